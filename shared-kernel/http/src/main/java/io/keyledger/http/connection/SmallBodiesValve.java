package io.keyledger.http.connection;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Refuses bodies that are not announced as small: what reads them behind it has no bound. */
final class SmallBodiesValve extends ValveBase {
    /** Bytes. */
    static final int MAX_BODY = 8 * 1024;

    SmallBodiesValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContentLengthLong() > MAX_BODY || request.getHeader("Transfer-Encoding") != null) {
            ErrorDocuments.write(
                    response,
                    new Refusal(
                            ErrorCode.PAYLOAD_TOO_LARGE,
                            "a body has a Content-Length, of at most " + MAX_BODY + " bytes"));
        } else {
            getNext().invoke(request, response);
        }
    }
}
