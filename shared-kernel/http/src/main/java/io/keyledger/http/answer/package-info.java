/** What the writing side asks of the reading one: rows before a decision, and the answer after it. */
@NullMarked
package io.keyledger.http.answer;

import org.jspecify.annotations.NullMarked;
