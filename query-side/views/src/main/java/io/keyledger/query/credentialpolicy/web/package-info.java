/** The addresses at which policies are read. */
@NullMarked
package io.keyledger.query.credentialpolicy.web;

import org.jspecify.annotations.NullMarked;
