package io.keyledger.http.connection;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses at the operator's port what is none of the operator's: bodies that are not announced as small, since what reads
 * them behind it has no bound, and requests of web pages, since nobody is asked for credentials there. A browser sends
 * {@code Origin} with each write of a page (Fetch Standard, section 3.2) and tells in {@code Sec-Fetch-Site} whether a page
 * asks (Fetch Metadata, section 2.3).
 */
final class OperatorValve extends ValveBase {
    /** Bytes. */
    static final int MAX_BODY = 8 * 1024;

    OperatorValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isOfAPage(request)) {
            ErrorDocuments.write(
                    response, new Refusal(ErrorCode.FORBIDDEN, "web pages have no business at the operator's port"));
        } else if (request.getContentLengthLong() > MAX_BODY || request.getHeader("Transfer-Encoding") != null) {
            ErrorDocuments.write(
                    response,
                    new Refusal(
                            ErrorCode.PAYLOAD_TOO_LARGE,
                            "a body has a Content-Length, of at most " + MAX_BODY + " bytes"));
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean isOfAPage(Request request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader("Origin") != null || (site != null && !site.equals("none"));
    }
}
