package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init") // filled before all tests
class InvitationTest {
    @TempDir
    static Path data;

    private static RunningLedger ledger;
    private static String readOnlyRole;

    @BeforeAll
    static void start() throws Exception {
        ledger = new RunningLedger(data);
        readOnlyRole = ledger.get("/api/roles?filter[q][kind_eq]=read_only"
                        .replace("[", "%5B")
                        .replace("]", "%5D"))
                .at("/data/0/id")
                .asString();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void admitsAnInvitedPersonWithCredentialsOfHisOwn() throws Exception {
        var link = invite("ada@example.org");
        var page = ledger.submit("/activate", "code", code(link));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        var token = ledger.token(shown(page.body(), "client_id"), shown(page.body(), "client_secret"));
        var user = ledger.get("/api/user", token);
        assertThat(RunningLedger.json(user.body()).at("/data/attributes/email").asString())
                .isEqualTo("ada@example.org");
        assertThat(membership("ada@example.org").at("/attributes/status").asString())
                .isEqualTo("active");
    }

    @Test
    void changesNothingWhenTheLinkIsOnlyOpened() throws Exception {
        var link = invite("bob@example.org");
        assertThat(ledger.browse(link).body()).contains("<form method=\"post\" action=\"/activate\">");
        assertThat(membership("bob@example.org").at("/attributes/status").asString())
                .isEqualTo("pending");
    }

    @Test
    void takesALinkOnce() throws Exception {
        var code = code(invite("cyd@example.org"));
        assertThat(ledger.submit("/activate", "code", code).statusCode()).isEqualTo(200);
        assertThat(ledger.submit("/activate", "code", code).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesACodeThatIsNotTheMembershipsOwn() throws Exception {
        var code = code(invite("dan@example.org"));
        var wrong = code.substring(0, code.length() - 1) + (code.endsWith("x") ? "y" : "x");
        assertThat(ledger.submit("/activate", "code", wrong).statusCode()).isEqualTo(404);
        assertThat(ledger.submit("/activate", "code", "").statusCode()).isEqualTo(404);
        assertThat(membership("dan@example.org").at("/attributes/status").asString())
                .isEqualTo("pending");
    }

    @Test
    void voidsTheFormerLinkWhenAnInvitationIsSentAgain() throws Exception {
        var former = code(invite("eve@example.org"));
        var id = membership("eve@example.org").at("/id").asString();
        var resent = ledger.post("/api/memberships/" + id + "/resend", RunningLedger.json("{\"data\":{}}"));
        assertThat(resent.statusCode()).isEqualTo(202);
        var fresh = code(
                RunningLedger.json(resent.body()).at("/meta/activation_url").asString());
        assertThat(ledger.submit("/activate", "code", former).statusCode()).isEqualTo(404);
        assertThat(ledger.submit("/activate", "code", fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void asksAKnownUserByALinkToo() throws Exception {
        ledger.submit("/activate", "code", code(invite("fay@example.org")));
        var other = ledger.post("/api/organizations", RunningLedger.json("""
                {"data":{"type":"organizations","attributes":{"name":"Second"}}}"""));
        var organization = RunningLedger.json(other.body()).at("/data/id").asString();
        var role = ledger.get("/api/organizations/" + organization + "/roles")
                .at("/data/0/id")
                .asString();
        var answer = ledger.post("/api/memberships", membershipBody("Fay@Example.org", organization, role));
        assertThat(answer.statusCode()).isEqualTo(201);
        var document = RunningLedger.json(answer.body());
        assertThat(document.at("/data/attributes/status").asString()).isEqualTo("pending");
        assertThat(document.at("/meta/activation_url").asString()).startsWith(ledger.address() + "/activate?code=");
    }

    @Test
    void refusesASecondMembershipForTheSameAddress() throws Exception {
        invite("gus@example.org");
        var again =
                ledger.post("/api/memberships", membershipBody("GUS@example.org", ledger.organization(), readOnlyRole));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(RunningLedger.json(again.body()).at("/errors/0/meta/error").asString())
                .isEqualTo("taken");
    }

    @Test
    void tellsTheLinkNoSecondTimeWhenTheRequestIsRepeated() throws Exception {
        var body = membershipBody("hal@example.org", ledger.organization(), readOnlyRole);
        var first = ledger.post("/api/memberships", body, "Idempotency-Key", "hal");
        var second = ledger.post("/api/memberships", body, "Idempotency-Key", "hal");
        assertThat(first.body()).contains("activation_url");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replay")).hasValue("true");
        assertThat(second.body()).doesNotContain("activation_url");
        assertThat(id(second.body())).isEqualTo(id(first.body()));
    }

    @Test
    void grantsAPermissionOnceForOneKey() throws Exception {
        var role = ledger.post("/api/roles", RunningLedger.json("""
                {"data":{"type":"roles","attributes":{"name":"Clerk"},
                "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}""".formatted(ledger.organization())));
        var body = permissionBody(id(role.body()), true);
        var first = ledger.post("/api/permissions", body, "Idempotency-Key", "clerk");
        var second = ledger.post("/api/permissions", body, "Idempotency-Key", "clerk");
        var other = ledger.post("/api/permissions", permissionBody(id(role.body()), false), "Idempotency-Key", "clerk");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replay")).hasValue("true");
        assertThat(id(second.body())).isEqualTo(id(first.body()));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    private static String invite(String email) throws IOException, InterruptedException {
        var answer = ledger.post("/api/memberships", membershipBody(email, ledger.organization(), readOnlyRole));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var link = RunningLedger.json(answer.body()).at("/meta/activation_url").asString();
        assertThat(link).startsWith(ledger.address() + "/activate?code=");
        return link;
    }

    private static JsonNode membership(String email) throws IOException, InterruptedException {
        return ledger.get("/api/memberships?filter%5Bq%5D%5Buser_email_eq%5D=" + email)
                .at("/data/0");
    }

    private static JsonNode membershipBody(String email, String organization, String role) {
        return RunningLedger.json("""
                {"data":{"type":"memberships","attributes":{"user_email":"%s"},"relationships":{
                "organization":{"data":{"type":"organizations","id":"%s"}},
                "role":{"data":{"type":"roles","id":"%s"}}}}}""".formatted(email, organization, role));
    }

    private static JsonNode permissionBody(String role, boolean canRead) {
        return RunningLedger.json("""
                {"data":{"type":"permissions","attributes":{"subject":"orders","can_create":false,
                "can_read":%s,"can_update":false,"can_destroy":false},
                "relationships":{"role":{"data":{"type":"roles","id":"%s"}}}}}""".formatted(canRead, role));
    }

    private static String id(String document) {
        return RunningLedger.json(document).at("/data/id").asString();
    }

    private static String code(String link) {
        return link.substring(link.indexOf("code=") + "code=".length());
    }

    private static String shown(String page, String id) {
        var found = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
