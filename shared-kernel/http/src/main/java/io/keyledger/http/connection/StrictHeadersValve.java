package io.keyledger.http.connection;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.http.trace.RequestId;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what two servers may read differently, and Tomcat takes: lines that end in a line feed alone or go on in the
 * next line (RFC 9112 sections 2.2 and 5.2 allow to refuse both), and two values where one decides.
 */
final class StrictHeadersValve extends ValveBase {
    /** Headers that a request has once: of two, one would decide and the other be overlooked. */
    private static final List<String> SINGLE =
            List.of("authorization", "content-length", "content-type", "dpop", "host", "idempotency-key");

    private static final int FIRST_ERROR = 400;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

    private final Randomness randomness;

    StrictHeadersValve(Randomness randomness) {
        super(true);
        this.randomness = randomness;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var refusal = response.getStatus() < FIRST_ERROR ? refusal(request) : null;
        if (refusal == null) {
            getNext().invoke(request, response);
        } else {
            refuse(response, refusal);
        }
    }

    private static @Nullable Refusal refusal(Request request) {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        if (request.getProtocol().isEmpty() || request.getProtocol().equals("HTTP/0.9")) {
            return new Refusal(ErrorCode.HTTP_VERSION_NOT_SUPPORTED, "a request line ends in HTTP/1.1");
        }
        if (headers.size() > 0
                && headers.getValue(headers.size() - 1).getByteChunk().getEnd() > ConnectorBounds.MAX_HEADER) {
            return new Refusal(
                    ErrorCode.HEADERS_TOO_LARGE, "a header has at most " + ConnectorBounds.MAX_HEADER + " bytes");
        }
        var repeated = repeated(headers);
        if (repeated != null) {
            return new Refusal(ErrorCode.BAD_REQUEST, "the header " + repeated + " is given twice");
        }
        if (!isLoose(headers)) {
            return null;
        }
        // the server has taken the length away where it stood beside a coding
        var beside = headers.getHeader("transfer-encoding") == null
                ? ""
                : ", or Content-Length stands beside Transfer-Encoding";
        return new Refusal(
                ErrorCode.BAD_REQUEST,
                "a line of the header ends in a line feed alone, goes on in the next line, or has more than one blank"
                        + " around its value" + beside);
    }

    private void refuse(Response response, Refusal refusal) throws IOException {
        response.setHeader(RequestId.HEADER, RequestId.of(null, randomness));
        response.setHeader("Connection", "close");
        ErrorDocuments.write(response, refusal);
    }

    private static @Nullable String repeated(MimeHeaders headers) {
        for (var name : SINGLE) {
            var first = headers.findHeader(name, 0);
            if (first >= 0 && headers.findHeader(name, first + 1) >= 0) {
                return name;
            }
        }
        return null;
    }

    /** The header is one array; names and values are parts of it, and between two is the end of a line. */
    private static boolean isLoose(MimeHeaders headers) {
        for (int i = 0; i < headers.size(); i++) {
            var name = headers.getName(i).getByteChunk();
            var value = headers.getValue(i).getByteChunk();
            var beginsLine = i > 0 || hasAt(name.getBuffer(), name.getStart() - LINE_END.length, LINE_END);
            var endsLine = i + 1 < headers.size()
                    ? isLineEnd(value, headers.getName(i + 1).getByteChunk())
                    : isHeaderEnd(value);
            if (!beginsLine || !endsLine) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where blanks or line ends are left out of a value, the server moves the rest of it to the front: then as many bytes
     * remain behind it. One is the blank after the colon; joining two lines leaves two at least.
     */
    private static boolean isLineEnd(ByteChunk value, ByteChunk next) {
        var remains = next.getStart() - LINE_END.length - value.getEnd();
        var isBlankOrMoved = remains == 0 || (remains == 1 && value.getBuffer()[value.getEnd()] != '\n');
        return isBlankOrMoved && hasAt(value.getBuffer(), next.getStart() - LINE_END.length, LINE_END);
    }

    private static boolean isHeaderEnd(ByteChunk value) {
        return hasAt(value.getBuffer(), value.getEnd(), HEADER_END)
                || hasAt(value.getBuffer(), value.getEnd() + 1, HEADER_END);
    }

    private static boolean hasAt(byte[] bytes, int start, byte[] expected) {
        return start >= 0
                && start + expected.length <= bytes.length
                && Arrays.equals(bytes, start, start + expected.length, expected, 0, expected.length);
    }
}
