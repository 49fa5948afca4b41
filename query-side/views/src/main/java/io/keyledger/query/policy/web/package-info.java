/** The addresses at which policies are read. */
@NullMarked
package io.keyledger.query.policy.web;

import org.jspecify.annotations.NullMarked;
