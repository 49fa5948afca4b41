/** The server's connections: how many of one address, how long a request may take to arrive, how strictly it is read. */
@NullMarked
package io.keyledger.http.connection;

import org.jspecify.annotations.NullMarked;
