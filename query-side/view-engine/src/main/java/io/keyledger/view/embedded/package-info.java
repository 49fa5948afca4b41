/** The MongoDB-compatible server inside this process that keeps the views by default: its file, rows and indexes. */
@NullMarked
package io.keyledger.view.embedded;

import org.jspecify.annotations.NullMarked;
