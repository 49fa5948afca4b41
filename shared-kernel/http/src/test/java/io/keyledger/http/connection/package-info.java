@NullMarked
package io.keyledger.http.connection;

import org.jspecify.annotations.NullMarked;
