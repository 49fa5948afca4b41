package io.keyledger.http.connection;

import org.apache.tomcat.util.net.SocketWrapperBase;

/** Is told of requests that arrive at a port. */
interface Arrivals {
    /** A request arrives, or goes on arriving. */
    void begin(BoundedProcessor request, SocketWrapperBase<?> connection);

    /** By whose number it is counted. */
    String addressOf(SocketWrapperBase<?> connection);

    /** Its thread has left it: it is answered, or waits for more without a thread. */
    void leave(BoundedProcessor request, SocketWrapperBase<?> connection);
}
