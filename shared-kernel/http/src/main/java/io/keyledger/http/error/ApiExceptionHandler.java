package io.keyledger.http.error;

import io.keyledger.kernel.problem.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every failure of a controller with an error document, which never has internals in it. */
@RestControllerAdvice
public final class ApiExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> answer(Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // the caller has gone
        }
        var refusals = Translation.refusals(failure);
        log(refusals.getFirst().code(), failure);
        return ErrorDocuments.answer(refusals, headers(failure));
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
