package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Reads and forges tokens as an outsider would. */
final class Jwt {
    private Jwt() {}

    static JsonNode header(String token) {
        return part(token, 0);
    }

    static JsonNode claims(String token) {
        return part(token, 1);
    }

    /** The token with another header over the same claims and signature. */
    static String withHeader(String token, String header) {
        var parts = token.split("\\.", -1);
        return encoded(header) + "." + parts[1] + "." + parts[2];
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static JsonNode part(String token, int index) {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8));
    }
}
