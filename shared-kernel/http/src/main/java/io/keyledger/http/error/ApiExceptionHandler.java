package io.keyledger.http.error;

import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure of a controller with an error document, which never has internals in it. */
@RestControllerAdvice
public final class ApiExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> answer(Exception failure, HttpServletResponse response) {
        if (isOfACallerGone(failure, response)) {
            LOG.debug("The caller has gone: {}", failure.toString());
            return null;
        }
        if (response.isCommitted()) {
            LOG.error("An answer could not be finished.", failure);
            return null;
        }
        var refusals = Translation.refusals(failure);
        log(refusals.getFirst().code(), failure);
        return ErrorDocuments.answer(refusals, headers(failure));
    }

    /** Whoever stops reading would write a stack trace into the log each time. */
    private static boolean isOfACallerGone(Exception failure, HttpServletResponse response) {
        return failure instanceof AsyncRequestNotUsableException
                || DisconnectedClientHelper.isClientDisconnectedException(failure)
                || (response.isCommitted()
                        && NestedExceptionUtils.getMostSpecificCause(failure) instanceof ClosedChannelException);
    }

    private static void log(ErrorCode code, Exception failure) {
        switch (code) {
            case INTERNAL_SERVER_ERROR -> LOG.error("A request failed.", failure);
            case UNAVAILABLE -> LOG.warn("A store cannot be used: {}", failure.toString());
            default -> LOG.debug("Refused: {}", code);
        }
    }

    private static HttpHeaders headers(Exception failure) {
        return failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
    }
}
