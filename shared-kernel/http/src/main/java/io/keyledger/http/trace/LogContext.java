package io.keyledger.http.trace;

import io.keyledger.kernel.MetaKey;
import java.util.Map;
import org.slf4j.MDC;

/**
 * The fields of every log line of a request: {@link MetaKey#REQUEST_ID}, and, once the caller is authenticated, {@link
 * MetaKey#CLIENT_ID} and {@link MetaKey#ORGANIZATION_ID}. A structured log has fields of these names.
 */
public final class LogContext {
    private LogContext() {}

    /** This thread works on a request from now on. */
    public static void begin(String requestId) {
        MDC.put(MetaKey.REQUEST_ID, requestId);
    }

    /** The request is answered: clears all fields of this thread. */
    public static void end() {
        MDC.clear();
    }

    /** The request is authenticated: sets the client id and the organization of its app. */
    public static void caller(String clientId, String organizationId) {
        MDC.put(MetaKey.CLIENT_ID, clientId);
        MDC.put(MetaKey.ORGANIZATION_ID, organizationId);
    }

    /** The same work for another thread, with the fields that this one has now. */
    public static Runnable carried(Runnable work) {
        var context = MDC.getCopyOfContextMap();
        return () -> {
            MDC.setContextMap(context == null ? Map.of() : context);
            try {
                work.run();
            } finally {
                end();
            }
        };
    }
}
