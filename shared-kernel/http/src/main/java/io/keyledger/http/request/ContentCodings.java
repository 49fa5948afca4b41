package io.keyledger.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.http.HttpHeaders;

/** Content codings of requests: none but {@code identity} is decoded. Source: RFC 9110, sections 8.4 and 12.5.3. */
public final class ContentCodings {
    private static final String IDENTITY = "identity";

    private ContentCodings() {}

    /** Whether the headers name another coding of the body than {@code identity}. */
    public static boolean isEncoded(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) == null) {
            return false;
        }
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(IDENTITY));
    }

    /** Names what is accepted, as belongs to an answer 415. */
    public static void tellAccepted(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
    }
}
