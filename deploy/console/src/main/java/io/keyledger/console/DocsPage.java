package io.keyledger.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The published contract as an HTML page. Its content security policy lets the browser connect to this service only.
 */
@RestController
class DocsPage {
    /** the page's library sizes its elements by inline styles */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final byte[] page;

    DocsPage() throws IOException {
        page = new ClassPathResource("docs.html", DocsPage.class).getContentAsByteArray();
    }

    @GetMapping(
            path = {"/docs", "/docs/"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> show() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(page);
    }
}
