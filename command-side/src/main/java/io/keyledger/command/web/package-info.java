/** What the controllers of the writing side have in common: who may, how a request becomes values, how a new resource is answered. */
@NullMarked
package io.keyledger.command.web;

import org.jspecify.annotations.NullMarked;
