package io.keyledger.authorization.limit;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Headers of every answer that has none of its own of that name: nothing is kept by caches, guessed by browsers, shown in
 * frames or told to other sites.
 */
public final class AnswerHeaders {
    private static final Header NOT_STORED = new Header("Cache-Control", "no-store");
    private static final List<Header> HEADERS = List.of(
            new Header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("X-Content-Type-Options", "nosniff"));

    private AnswerHeaders() {}

    /** Adds them when the answer begins. */
    public static Filter filter() {
        return writer();
    }

    /** Sets them before the answer is made, which replaces those it has of its own: that wraps no answer. */
    public static Filter ahead() {
        var writer = writer();
        writer.setShouldWriteHeadersEagerly(true);
        return writer;
    }

    private static HeaderWriterFilter writer() {
        return new HeaderWriterFilter(
                List.of(new StaticHeadersWriter(List.of(NOT_STORED)), new StaticHeadersWriter(HEADERS)));
    }

    /** The same for pages and their scripts, which browsers may keep. */
    static Filter ofPages() {
        return new HeaderWriterFilter(List.of(new StaticHeadersWriter(HEADERS)));
    }
}
