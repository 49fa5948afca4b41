package io.keyledger.http.openapi;

import static io.keyledger.kernel.problem.ErrorCode.BAD_REQUEST;
import static io.keyledger.kernel.problem.ErrorCode.CONFLICT;
import static io.keyledger.kernel.problem.ErrorCode.FILTER_NOT_ALLOWED;
import static io.keyledger.kernel.problem.ErrorCode.FORBIDDEN;
import static io.keyledger.kernel.problem.ErrorCode.IDEMPOTENCY_KEY_INVALID;
import static io.keyledger.kernel.problem.ErrorCode.IDEMPOTENCY_KEY_REUSED;
import static io.keyledger.kernel.problem.ErrorCode.INTERNAL_SERVER_ERROR;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_DATA_FORMAT;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_FIELD;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_FILTERS_SYNTAX;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_FILTER_VALUE;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_INCLUDE;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_LINKS_OBJECT;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_PAGE_OBJECT;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_PAGE_VALUE;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_SORT_CRITERIA;
import static io.keyledger.kernel.problem.ErrorCode.INVALID_TOKEN;
import static io.keyledger.kernel.problem.ErrorCode.KEY_NOT_INCLUDED_IN_URL;
import static io.keyledger.kernel.problem.ErrorCode.NOT_ACCEPTABLE;
import static io.keyledger.kernel.problem.ErrorCode.NOT_FOUND;
import static io.keyledger.kernel.problem.ErrorCode.PARAM_MISSING;
import static io.keyledger.kernel.problem.ErrorCode.PARAM_NOT_ALLOWED;
import static io.keyledger.kernel.problem.ErrorCode.PAYLOAD_TOO_LARGE;
import static io.keyledger.kernel.problem.ErrorCode.RECORD_NOT_FOUND;
import static io.keyledger.kernel.problem.ErrorCode.STALE_VERSION;
import static io.keyledger.kernel.problem.ErrorCode.TOO_MANY_REQUESTS;
import static io.keyledger.kernel.problem.ErrorCode.TYPE_MISMATCH;
import static io.keyledger.kernel.problem.ErrorCode.UNAUTHORIZED;
import static io.keyledger.kernel.problem.ErrorCode.UNAVAILABLE;
import static io.keyledger.kernel.problem.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static io.keyledger.kernel.problem.ErrorCode.VALIDATION_ERROR;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;

/** The parts of a request that may be refused, each with its codes. */
public enum RefusalCause {
    /** Any request. */
    ANSWER,
    /** Any request below {@code /api}. */
    REQUEST,
    /** The caller: token and rights. */
    CALLER,
    /** The id in the address. */
    ID,
    /** {@code include} and {@code fields}. */
    SHAPE,
    /** {@code page}, {@code sort} and {@code filter}. */
    PAGE,
    /** The body. */
    BODY,
    /** Query parameters that no resource table describes. */
    QUERY,
    /** {@code Idempotency-Key}. */
    ONCE,
    /** {@code If-Match} or {@code If-None-Match}, and a change at the same time. */
    VERSION,
    /** {@code If-Match} of a read. */
    SEEN;

    List<ErrorCode> codes() {
        return switch (this) {
            case ANSWER -> List.of(BAD_REQUEST, NOT_ACCEPTABLE, INTERNAL_SERVER_ERROR, UNAVAILABLE);
            case REQUEST -> List.of(PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS);
            case CALLER -> List.of(UNAUTHORIZED, INVALID_TOKEN, FORBIDDEN);
            case ID -> List.of(RECORD_NOT_FOUND, NOT_FOUND);
            case SHAPE -> List.of(PARAM_NOT_ALLOWED, INVALID_FIELD, INVALID_INCLUDE);
            case PAGE ->
                List.of(
                        INVALID_PAGE_OBJECT,
                        INVALID_PAGE_VALUE,
                        INVALID_SORT_CRITERIA,
                        INVALID_FILTERS_SYNTAX,
                        FILTER_NOT_ALLOWED,
                        INVALID_FILTER_VALUE);
            case BODY ->
                List.of(
                        INVALID_DATA_FORMAT,
                        PARAM_MISSING,
                        PARAM_NOT_ALLOWED,
                        TYPE_MISMATCH,
                        KEY_NOT_INCLUDED_IN_URL,
                        INVALID_LINKS_OBJECT,
                        VALIDATION_ERROR);
            case QUERY -> List.of(PARAM_MISSING, PARAM_NOT_ALLOWED);
            case ONCE -> List.of(IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, CONFLICT);
            case VERSION -> List.of(STALE_VERSION, CONFLICT);
            case SEEN -> List.of(STALE_VERSION);
        };
    }
}
