package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A log for machines says of every line which request and which client it belongs to, and never a secret. */
class StructuredLogsTest {
    private static final String ID = "X-Request-Id";
    private static final String WRONG = "klsec_live_0123456789012345678901234567890123456789012345678";

    @ParameterizedTest
    @CsvSource({"ecs, ''", "logstash, ''", "gelf, _"})
    void tellWhoseRequestALineIsAbout(String format, String prefix) {
        try (var server = RunningServer.start(
                "--logging.structured.format.console=" + format,
                "--logging.level.io.keyledger=debug",
                "--logging.level.org.springframework.jdbc.core=debug",
                "--logging.level.org.springframework.security=debug",
                "--logging.level.org.springframework.web.servlet.DispatcherServlet=debug")) {
            var owner = server.bootstrap();
            var caller = Client.owner(server);
            var ledger = new Ledger(caller);
            var organization = owner.path("organization_id").asString();
            var made = caller.send(
                    "POST",
                    "/api/api_credentials",
                    ledger.appDocument(organization, "sales_channel", "Shop"),
                    Map.of(ID, "change-4711"));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            var issued = token(
                    server,
                    "token-4712",
                    credentials(owner, owner.path("client_secret").asString()));
            assertThat(issued.status()).isEqualTo(200);
            var known = Set.of(
                    owner.path("client_secret").asString(),
                    made.attribute("client_secret").asString(),
                    issued.json().path("access_token").asString(),
                    WRONG);
            sendNonsense(server, owner, known);

            var log = new Log(server, prefix);
            log.assertAbout("change-4711", owner.path("client_id").asString(), organization);
            assertThat(log.linesOf("change-4711"))
                    .as("also on the thread of the command")
                    .anySatisfy(line -> assertThat(line.toString()).contains("\"command-"));
            log.assertAbout("token-4712", owner.path("client_id").asString(), organization);
            for (var request : List.of("wrong-1", "malformed-1", "malformed-2", "forged-1")) {
                assertThat(log.linesOf(request)).as(request).noneMatch(log::namesAClient);
            }
            assertThat(log.lines())
                    .filteredOn(line -> log.field(line, "request_id").isEmpty())
                    .noneMatch(log::namesAClient);
            assertThat(log.text()).doesNotContain(known);
        }
    }

    /** Refused requests, each with something that must not be logged. */
    private static void sendNonsense(RunningServer server, JsonNode owner, Set<String> known) {
        assertThat(token(server, "wrong-1", credentials(owner, WRONG)).status()).isEqualTo(401);
        var anybody = Client.anonymous(server);
        for (var secret : known) {
            var broken = anybody.send(
                    "POST",
                    "/oauth/token",
                    "{\"client_secret\": " + secret + "\"}",
                    Map.of(ID, "malformed-1", "Content-Type", "application/json"));
            assertThat(broken.status()).isEqualTo(400);
            var body = Client.owner(server)
                    .send("POST", "/api/api_credentials", "{\"data\": " + secret, Map.of(ID, "malformed-3"));
            assertThat(body.status()).isEqualTo(400);
            var bearer = Client.bearing(server, secret + ".x").send("GET", "/api/roles", null, Map.of(ID, "forged-1"));
            assertThat(bearer.status()).isEqualTo(401);
            assertThat(token(server, "malformed-2", "grant_type=" + secret).status())
                    .isEqualTo(401);
        }
    }

    private static String credentials(JsonNode owner, String secret) {
        return "grant_type=client_credentials&client_id="
                + owner.path("client_id").asString() + "&client_secret=" + secret;
    }

    private static Answer token(RunningServer server, String request, String form) {
        return Client.anonymous(server)
                .send(
                        "POST",
                        "/oauth/token",
                        form,
                        Map.of(ID, request, "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** What the server wrote, line by line. */
    private record Log(String text, List<JsonNode> lines, String prefix) {
        Log(RunningServer server, String prefix) {
            this(read(server), prefix);
        }

        private Log(String text, String prefix) {
            this(
                    text,
                    text.lines()
                            .filter(line -> line.startsWith("{"))
                            .map(Json::read)
                            .toList(),
                    prefix);
        }

        List<JsonNode> linesOf(String request) {
            return lines.stream()
                    .filter(line -> field(line, "request_id").equals(request))
                    .toList();
        }

        /** Once the client is known every line names it. */
        void assertAbout(String request, String clientId, String organizationId) {
            var named = linesOf(request).stream()
                    .dropWhile(line -> !namesAClient(line))
                    .toList();
            assertThat(named).as(request).isNotEmpty().allSatisfy(line -> {
                assertThat(field(line, "client_id")).isEqualTo(clientId);
                assertThat(field(line, "organization_id")).isEqualTo(organizationId);
            });
        }

        boolean namesAClient(JsonNode line) {
            return !field(line, "client_id").isEmpty()
                    || !field(line, "organization_id").isEmpty();
        }

        String field(JsonNode line, String name) {
            return line.path(prefix + name).asString("");
        }

        private static String read(RunningServer server) {
            try {
                return Files.readString(server.log());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
