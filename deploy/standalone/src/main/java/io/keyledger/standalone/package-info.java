/** The executable: both sides in one Spring Boot application. */
@NullMarked
package io.keyledger.standalone;

import org.jspecify.annotations.NullMarked;
