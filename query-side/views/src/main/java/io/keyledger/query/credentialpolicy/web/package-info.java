/** The endpoints that show policies. */
@NullMarked
package io.keyledger.query.credentialpolicy.web;

import org.jspecify.annotations.NullMarked;
