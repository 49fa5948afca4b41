package io.keyledger.http.openapi;

import io.keyledger.http.request.Preconditions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the contract without authentication: it has nothing secret in it. */
@RestController
final class ContractController {
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Contract contract;

    ContractController(Contract contract) {
        this.contract = contract;
    }

    @Described(
            value = "Show the contract",
            detail = "Made of what this process serves. It needs no token, and changes with the build alone.",
            answers = ContractAutoConfiguration.DOCUMENT)
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document(HttpServletRequest request) {
        var published = contract.published();
        var compressed = acceptsGzip(request);
        var isKnown = Preconditions.isKnown(request, published.tag(compressed));
        var answer = ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(FIVE_MINUTES)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .eTag(published.tag(compressed));
        if (isKnown) {
            return answer.build();
        }
        answer.contentType(MediaType.APPLICATION_JSON);
        if (compressed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(compressed ? published.gzip() : published.json());
    }

    /** Whether {@code Accept-Encoding} names gzip with a weight above zero. */
    private static boolean acceptsGzip(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(?i)(x-)?gzip(;q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }
}
