package io.keyledger.authorization.limit;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Status 429 as the API's error document. Source: RFC 6585 section 4. */
public final class TooManyRequests {
    private TooManyRequests() {}

    /**
     * Writes the answer.
     *
     * @param what       there are too many of
     * @param retryAfter seconds
     */
    public static void write(HttpServletResponse response, String what, long retryAfter) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        ErrorDocuments.write(
                response, new Refusal(ErrorCode.TOO_MANY_REQUESTS, "too many " + what + "; try again later"));
    }
}
