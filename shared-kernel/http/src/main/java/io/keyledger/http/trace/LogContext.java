package io.keyledger.http.trace;

import io.keyledger.kernel.MetaKey;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What every log line of a request says besides its text: {@link MetaKey#REQUEST_ID}, and, once the caller has proved who he
 * is, {@link MetaKey#CLIENT_ID} and {@link MetaKey#ORGANIZATION_ID}. A structured log has fields of these names.
 */
public final class LogContext {
    private LogContext() {}

    /** This thread works on a request from now on. */
    public static void begin(String requestId) {
        MDC.put(MetaKey.REQUEST_ID, requestId);
    }

    /** It has answered it, and what was said of the request is forgotten, the caller too. */
    public static void end() {
        MDC.clear();
    }

    /** From now on the request is that client's, whose app belongs to that organization. */
    public static void caller(String clientId, String organizationId) {
        MDC.put(MetaKey.CLIENT_ID, clientId);
        MDC.put(MetaKey.ORGANIZATION_ID, organizationId);
    }

    /** The same work for another thread, which says what this one says now. */
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
