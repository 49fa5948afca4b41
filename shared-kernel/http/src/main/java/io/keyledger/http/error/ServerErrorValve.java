package io.keyledger.http.error;

import io.keyledger.http.trace.RequestId;
import io.keyledger.kernel.Randomness;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers what the server refuses before the application sees it, such as a request line that cannot be read. */
final class ServerErrorValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    private final Randomness randomness;

    ServerErrorValve(Randomness randomness) {
        this.randomness = randomness;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var canWrite = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, canWrite);
        if (canWrite.get()) {
            write(response);
        }
    }

    private void write(Response response) {
        if (response.getHeader(RequestId.HEADER) == null) {
            response.setHeader(RequestId.HEADER, RequestId.of(null, randomness));
        }
        try {
            ErrorDocuments.writeBody(
                    response, WebFaults.ofStatus(response.getStatus()).getFirst());
        } catch (IOException e) {
            container.getLogger().debug("The caller of a refused request has gone.", e);
        }
    }
}
