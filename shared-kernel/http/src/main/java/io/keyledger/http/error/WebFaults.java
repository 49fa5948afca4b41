package io.keyledger.http.error;

import static io.keyledger.http.error.Translation.one;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Translates exceptions of the web layer into refusals; none for any other exception. */
final class WebFaults {
    /**
     * By name, because this module does not depend on Spring Security; thrown when a header or parameter name is read.
     */
    private static final String TURNED_AWAY = "org.springframework.security.web.firewall.RequestRejectedException";

    private static final int TOO_LARGE = 413;

    private WebFaults() {}

    static List<Refusal> known(Throwable failure) {
        return switch (failure) {
            case MissingServletRequestParameterException e ->
                at(ErrorCode.PARAM_MISSING, Source.parameter(e.getParameterName()), "is missing");
            case MissingRequestHeaderException e ->
                at(ErrorCode.BAD_REQUEST, Source.header(e.getHeaderName()), "is missing");
            case MethodArgumentTypeMismatchException e ->
                at(ErrorCode.BAD_REQUEST, Source.parameter(e.getName()), "cannot be read");
            case HttpMessageNotReadableException e -> unreadable(e);
            case TypeMismatchException _ -> one(ErrorCode.BAD_REQUEST, "a value cannot be read");
            case InvalidParameterException e ->
                e.getErrorCode() == TOO_LARGE
                        ? ofStatus(TOO_LARGE)
                        : one(ErrorCode.BAD_REQUEST, "the parameters cannot be read");
            case MultipartException e
            when !(e instanceof ErrorResponse) -> one(ErrorCode.BAD_REQUEST, "the parts of the body cannot be read");
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default ->
                failure.getClass().getName().equals(TURNED_AWAY)
                        ? one(
                                ErrorCode.BAD_REQUEST,
                                "a header or the name of a parameter has characters it may not have")
                        : List.of();
        };
    }

    /** The refusal for a bare HTTP status. */
    static List<Refusal> ofStatus(int status) {
        return switch (status) {
            case 401 -> one(ErrorCode.UNAUTHORIZED, "this needs a token");
            case 403 -> one(ErrorCode.FORBIDDEN, "this is not allowed");
            case 404 -> one(ErrorCode.NOT_FOUND, "there is nothing at this address");
            case 405 -> one(ErrorCode.METHOD_NOT_ALLOWED, "the address does not have this method");
            case 406 -> one(ErrorCode.NOT_ACCEPTABLE, "no media type of the service is accepted");
            case 409 -> one(ErrorCode.CONFLICT, "somebody else changed it at the same time");
            case TOO_LARGE -> one(ErrorCode.PAYLOAD_TOO_LARGE, "the body is too large");
            case 415 -> one(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the body is of no media type that is read here");
            case 429 -> one(ErrorCode.TOO_MANY_REQUESTS, "there are too many requests");
            case 431 -> one(ErrorCode.HEADERS_TOO_LARGE, "the header of the request is too large");
            case 501 -> one(ErrorCode.NOT_IMPLEMENTED, "no address has this method");
            case 503 -> one(ErrorCode.UNAVAILABLE, "the service cannot answer just now");
            case 505 -> one(ErrorCode.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here");
            default ->
                status >= 500
                        ? one(ErrorCode.INTERNAL_SERVER_ERROR, "the service failed")
                        : one(ErrorCode.BAD_REQUEST, "the request cannot be understood");
        };
    }

    private static List<Refusal> unreadable(HttpMessageNotReadableException failure) {
        return switch (failure.getMostSpecificCause()) {
            case Refused refused -> refused.refusals();
            case HttpMessageNotReadableException _ -> one(ErrorCode.INVALID_DATA_FORMAT, "a body is needed");
            default -> one(ErrorCode.INVALID_DATA_FORMAT, "the body cannot be read");
        };
    }

    private static List<Refusal> at(ErrorCode code, String field, String detail) {
        return List.of(new Refusal(code, Source.label(field) + " " + detail, field, null, Map.of()));
    }
}
