package io.keyledger.authorization.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A JSON answer of an OAuth endpoint, never to be stored. */
final class OAuthAnswer {
    private OAuthAnswer() {}

    static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
