package io.keyledger.http.error;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Error documents: {@code {"errors":[…]}} with one object per fault, {@code status} a string. Source: CONTRACT part B,
 * section 7; JSON:API 1.0, section Errors.
 */
public final class ErrorDocuments {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorDocuments() {}

    /** The document for these refusals, in their order. */
    public static Map<String, Object> of(List<Refusal> refusals) {
        return Map.of("errors", refusals.stream().map(ErrorDocuments::error).toList());
    }

    /** The whole answer, with the status of the first refusal. */
    public static ResponseEntity<Object> answer(List<Refusal> refusals) {
        return answer(refusals, HttpHeaders.EMPTY);
    }

    /** The whole answer with more headers, such as {@code Allow}. */
    static ResponseEntity<Object> answer(List<Refusal> refusals, HttpHeaders headers) {
        return ResponseEntity.status(refusals.getFirst().code().status())
                .headers(headers)
                .headers(said -> addHeaders(refusals.getFirst().code(), said::set))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(ApiMediaType.JSON_API)
                .body(of(refusals));
    }

    /** Writes the whole answer where no controller answers: in filters and in the server itself. */
    public static void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.code().status());
        addHeaders(refusal.code(), (name, value) -> {
            if (response.getHeader(name) == null) {
                response.setHeader(name, value);
            }
        });
        writeBody(response, refusal);
    }

    /** Source: RFC 6750 section 3.1, a token without the rights that are needed; RFC 6585 section 4. */
    private static void addHeaders(ErrorCode code, BiConsumer<String, String> header) {
        if (code == ErrorCode.FORBIDDEN) {
            header.accept(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        } else if (code == ErrorCode.TOO_MANY_REQUESTS) {
            header.accept(HttpHeaders.RETRY_AFTER, "1");
        }
    }

    /** Writes the document and leaves the status as it is. */
    static void writeBody(HttpServletResponse response, Refusal refusal) throws IOException {
        var body = JSON.writeValueAsBytes(of(List.of(refusal)));
        response.setContentType(ApiMediaType.JSON_API_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, Object> error(Refusal refusal) {
        var code = shown(refusal.code());
        var error = new LinkedHashMap<String, Object>();
        error.put("title", code == ErrorCode.VALIDATION_ERROR ? refusal.detail() : code.title());
        error.put("detail", detail(refusal));
        error.put("code", code.name());
        var source = Source.member(refusal.field());
        if (source != null) {
            error.put("source", source);
        }
        error.put("status", Integer.toString(code.status()));
        var meta = meta(refusal);
        if (!meta.isEmpty()) {
            error.put("meta", meta);
        }
        return error;
    }

    /** An id that cannot exist is, for the caller, one that does not exist. */
    private static ErrorCode shown(ErrorCode code) {
        return code == ErrorCode.INVALID_ID ? ErrorCode.RECORD_NOT_FOUND : code;
    }

    private static String detail(Refusal refusal) {
        var field = refusal.field();
        return refusal.code() == ErrorCode.VALIDATION_ERROR && field != null
                ? Source.label(field) + " - " + refusal.detail()
                : refusal.detail();
    }

    private static Map<String, Object> meta(Refusal refusal) {
        if (refusal.rule() == null) {
            return refusal.meta();
        }
        var meta = new LinkedHashMap<String, Object>();
        meta.put("error", Objects.requireNonNull(refusal.rule()));
        meta.putAll(refusal.meta());
        return meta;
    }
}
