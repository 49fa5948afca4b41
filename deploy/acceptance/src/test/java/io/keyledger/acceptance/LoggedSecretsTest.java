package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However low the operator sets the levels, nothing that opens anything is logged, whichever door it came in or out by. */
class LoggedSecretsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PEPPER = "cGVwcGVyIHRoYXQgbXVzdCBub3QgYmUgbG9nZ2VkIGF0IGFsbA";

    @Test
    void showNoSecretWhenTheRootLoggerIsAtTrace() throws IOException {
        try (var server = RunningServer.start(
                "--keyledger.pepper={\"current\":\"one\",\"keys\":{\"one\":\"" + PEPPER + "\"}}",
                "--logging.level.root=TRACE",
                "--logging.level.web=TRACE",
                "--logging.level.sql=TRACE",
                "--logging.level.org.apache.coyote=TRACE",
                "--logging.level.org.apache.tomcat.util.http.Parameters=TRACE",
                "--logging.level.org.springframework.security.web.FilterChainProxy=TRACE",
                "--logging.level.org.springframework.web.method.HandlerMethod=TRACE",
                "--spring.mvc.log-request-details=true")) {
            var known = new ArrayList<String>();
            known.add(PEPPER);
            useEveryDoor(server, known);

            var log = Files.readString(server.log(), StandardCharsets.UTF_8);
            assertThat(log).as("own loggers are not pinned").contains("DEBUG");
            for (var secret : known) {
                assertThat(log.contains(secret)).as("logged: %.20s", secret).isFalse();
            }
        }
    }

    private static void useEveryDoor(RunningServer server, List<String> known) {
        var bootstrap = server.bootstrap();
        var clientId = bootstrap.path("client_id").asString();
        var secret = bootstrap.path("client_secret").asString();
        known.add(secret);
        var owner = Client.owner(server);
        known.add(owner.bearer());
        var ledger = new Ledger(owner);
        var organization = bootstrap.path("organization_id").asString();
        var app = ledger.app(organization, "sales_channel", "canary");
        known.add(app.attribute("client_secret").asString());
        var path = "/api/app_registrations/" + app.id();
        var added = Ledger.made(owner.post(
                path + "/client_secrets", Json.document("client_secrets", Map.of("effective_duration", "P1Y"))));
        known.add(added.attribute("client_secret").asString());
        var anybody = Client.anonymous(server);
        asTokenRequests(anybody, clientId, secret, known);
        inAddresses(owner, anybody, known);
        inBodies(owner, path, known);
        inHeaders(anybody, known);
    }

    private static void asTokenRequests(Client anybody, String clientId, String secret, List<String> known) {
        var basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        known.add(basic);
        anybody.send(
                "POST",
                "/oauth/token",
                "grant_type=client_credentials",
                Map.of("Content-Type", FORM, "Authorization", "Basic " + basic));
        var json = anybody.send(
                "POST",
                "/oauth/token",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + clientId + "\",\"client_secret\":\""
                        + secret + "\"}",
                Map.of("Content-Type", "application/json"));
        var token = json.json().path("access_token").asString();
        known.add(token);
        var assertion = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJjYW5hcnkifQ.Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5";
        known.add(assertion);
        anybody.form(
                "/oauth/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion));
        var own = Map.of("client_id", clientId, "client_secret", secret, "token", token);
        anybody.form("/oauth/introspect", own);
        anybody.form("/oauth/revoke", own);
        anybody.send("POST", "/oauth/token", "client_secret=" + secret + "%ZZ&b=%", Map.of("Content-Type", FORM));
    }

    /** An address is no place for a secret; it is not logged all the same. */
    private static void inAddresses(Client owner, Client anybody, List<String> known) {
        var secret = canary("address", known);
        anybody.get("/api/roles?access_token=" + secret);
        anybody.get("/oauth/token?client_secret=" + secret);
        anybody.get("/nothing/" + secret);
        anybody.get("/activate?code=" + secret);
        owner.get("/api/roles?filter%5Bq%5D%5Bname_eq%5D=" + secret);
        owner.get("/api/api_credentials/" + secret);
        owner.get("/api/" + secret);
        owner.get("/api/audit_events?filter%5Btext%5D=" + secret);
        owner.get("/api/roles?" + secret + "=1");
        owner.get("/api/roles?include=" + secret);
        RawRequest.send(owner.server(), "GET /api/roles?" + secret + "=\u0001 HTTP/1.1\r\nHost: a\r\n\r\n");
        RawRequest.send(owner.server(), secret + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        RawRequest.send(
                owner.server(), "GET / HTTP/1.1\r\nHost: a\r\nBad Header " + secret + ": " + secret + "\r\n\r\n");
    }

    private static void inBodies(Client owner, String app, List<String> known) {
        var pem = canary("privatekey", known);
        owner.send(
                "POST",
                app + "/certificates",
                "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n",
                Map.of("Content-Type", "application/x-pem-file"));
        var secret = canary("body", known);
        owner.post(
                "/api/api_credentials",
                "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"" + secret + "\":1}}}");
        owner.post("/api/api_credentials", "{\"data\": " + secret);
        owner.post("/api/leaked_secrets", Json.document("leaked_secrets", Map.of("secrets", List.of(secret))));
        owner.send("POST", "/activate", "code=" + secret, Map.of("Content-Type", FORM));
        var invited = owner.post(
                "/api/memberships",
                Json.document(
                        "memberships",
                        null,
                        Map.of("user_email", "canary@example.com"),
                        Map.of(
                                "organization",
                                new Json.Ref(
                                        "organizations",
                                        owner.server()
                                                .bootstrap()
                                                .path("organization_id")
                                                .asString()),
                                "role",
                                new Json.Ref(
                                        "roles",
                                        new Ledger(owner)
                                                .role(
                                                        owner.server()
                                                                .bootstrap()
                                                                .path("organization_id")
                                                                .asString(),
                                                        "admin")))));
        var link = invited.json().path("meta").path("activation_url").asString("");
        assertThat(link).as(invited.text()).contains("code=");
        var code = link.substring(link.indexOf("code=") + 5);
        known.add(code);
        owner.withoutToken().get("/activate?code=" + code);
        var page = owner.withoutToken().send("POST", "/activate", "code=" + code, Map.of("Content-Type", FORM));
        var shown = page.text().indexOf("klsec_");
        assertThat(shown).as(page.text()).isPositive();
        known.add(page.text().substring(shown, shown + 60));
    }

    private static void inHeaders(Client anybody, List<String> known) {
        var secret = canary("header", known);
        anybody.send("GET", "/api/roles", null, Map.of("Authorization", "Bearer " + secret));
        anybody.send("GET", "/api/roles", null, Map.of("Authorization", "Basic " + secret));
        anybody.send("GET", "/api/roles", null, Map.of("Cookie", "a=" + secret + "\"\""));
        anybody.send("GET", "/api/roles", null, Map.of("X-Request-Id", secret));
        anybody.send("GET", "/api/roles", null, Map.of("Accept", secret));
        anybody.send("POST", "/oauth/token", "a=b", Map.of("Content-Type", secret));
    }

    /** In the form of a secret, so that it also meets what looks for such. */
    private static String canary(String place, List<String> known) {
        var secret = "klsec_live_" + (place + "0123456789".repeat(5)).substring(0, 49);
        known.add(secret);
        return secret;
    }
}
