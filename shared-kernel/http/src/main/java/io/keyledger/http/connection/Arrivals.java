package io.keyledger.http.connection;

import org.apache.tomcat.util.net.SocketWrapperBase;

/** Is told of requests that arrive at a port. */
interface Arrivals {
    /** A request arrives, or goes on arriving. */
    void begin(BoundedProcessor request, SocketWrapperBase<?> connection);

    /** No request is under way there any more. */
    void end(BoundedProcessor request);
}
