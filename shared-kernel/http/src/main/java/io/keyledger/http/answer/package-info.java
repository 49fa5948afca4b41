/** What the command side needs from the query side: rows before a decision, and the answer after it. */
@NullMarked
package io.keyledger.http.answer;

import org.jspecify.annotations.NullMarked;
