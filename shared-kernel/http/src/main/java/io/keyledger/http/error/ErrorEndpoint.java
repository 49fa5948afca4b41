package io.keyledger.http.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests that a filter or the server ended with only a status. */
@RestController
final class ErrorEndpoint implements ErrorController {
    private static final int NOT_FOUND = 404;

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ErrorDocuments.answer(WebFaults.ofStatus(status instanceof Integer code ? code : NOT_FOUND));
    }
}
