package io.keyledger.command.access.web;

import io.keyledger.command.secret.FreshSecret;
import org.springframework.web.util.HtmlUtils;

/** The HTML pages of an activation: static except for four values, each escaped. */
final class ActivationPages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Keyledger</title>
            </head>
            <body>
            <h1>Keyledger</h1>
            %s</body>
            </html>
            """;

    private ActivationPages() {}

    static String invitation(String address, String code) {
        return FRAME.formatted(
                """
                <p>You are invited to join an organization.</p>
                <form method="post" action="/activate">
                <input type="hidden" name="code" value="%s">
                <button>Join as a new user</button>
                </form>
                <p>You are a user already? Join with an access token of yours instead:</p>
                <pre>curl -H "Authorization: Bearer $TOKEN" -d code=%s %s/activate</pre>
                """.formatted(HtmlUtils.htmlEscape(code), HtmlUtils.htmlEscape(code), HtmlUtils.htmlEscape(address)));
    }

    static String credentials(String clientId, FreshSecret secret) {
        return FRAME.formatted("""
                <p>You are a member now. These are the credentials of your personal provisioning app.
                The secret is shown this once: keep it in a safe place.</p>
                <dl>
                <dt>Client id</dt>
                <dd><code id="client_id">%s</code></dd>
                <dt>Client secret</dt>
                <dd><code id="client_secret">%s</code></dd>
                </dl>
                """.formatted(HtmlUtils.htmlEscape(clientId), HtmlUtils.htmlEscape(secret.plaintext())));
    }

    static String unknown() {
        return FRAME.formatted(
                "<p>This link is unknown, used already, older than seven days, or not valid any more. Ask for a new one.</p>\n");
    }
}
