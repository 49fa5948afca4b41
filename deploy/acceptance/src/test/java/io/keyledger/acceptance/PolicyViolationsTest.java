package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Violations of a policy: listed, counted before a change, and refused tokens when enforced. */
@ExtendWith(SharedServer.class)
class PolicyViolationsTest {
    private static final Map<String, Object> YEARLY_FEW =
            Map.of("max_secret_duration", "P1Y", "max_live_secrets", 1, "max_token_lifetime", 7200);

    private final RunningServer server;
    private final Client owner;
    private final Ledger ledger;
    private String organization = "";

    PolicyViolationsTest(RunningServer server) {
        this.server = server;
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
    }

    @BeforeEach
    void foundAnOrganization() {
        organization = ledger.organization("Violations");
    }

    @Test
    void listsWhatThePolicyWouldRefuse() {
        var app = ledger.app(organization, "sales_channel", "Stall").id();
        Ledger.made(addSecret(app));
        assertThat(rules("")).isEmpty();
        change(YEARLY_FEW);

        assertThat(rules(""))
                .containsExactlyInAnyOrder(
                        "max_secret_duration", "max_secret_duration", "max_live_secrets", "max_token_lifetime");
        assertThat(rules("&filter%5Brule%5D=max_live_secrets,max_token_lifetime"))
                .hasSize(2);
        assertThat(rules("&filter%5Bapp_id%5D=" + app)).hasSize(4);
        assertThat(rules("&filter%5Bq%5D%5Bmeasure_gt%5D=1098&sort=-measure")).containsExactly("max_token_lifetime");
        var page = list("&page%5Bsize%5D=3&include=app_registration&fields%5Bpolicy_violations%5D=rule");
        assertThat(page.json().at("/meta/record_count").asInt()).isEqualTo(4);
        assertThat(page.json().at("/meta/counts/max_secret_duration").asInt()).isEqualTo(2);
        assertThat(page.data()).hasSize(3);
        assertThat(page.json().at("/included/0/attributes/name").asString()).isEqualTo("Stall");
        var one = list("&filter%5Brule%5D=max_live_secrets").data().path(0);
        assertThat(one.at("/attributes/measure").asInt()).isEqualTo(2);
        assertThat(one.at("/attributes/limit").asString()).isEqualTo("1");
        assertThat(one.at("/attributes/code").asString()).isEqualTo("POLICY_LIVE_SECRETS");
        assertThat(one.at("/attributes/app_name").asString()).isEqualTo("Stall");
        var path = "/api/policy_violations/" + one.path("id").asString();
        assertThat(owner.get(path).attribute("rule").asString()).isEqualTo("max_live_secrets");
        assertThat(owner.delete("/api/app_registrations/" + app).status()).isEqualTo(204);
        assertThat(rules("")).isEmpty();
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void isSeenByWhoeverMayReadThePolicy() {
        ledger.app(organization, "sales_channel", "Stall");
        change(YEARLY_FEW);
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var stranger = new Ledger(owner).organization("Strangers");
        var foreign = ledger.integration(stranger, ledger.role(stranger, "admin"));
        var id = list("").data().path(0).path("id").asString();

        assertThat(reader.get("/api/policy_violations").data()).hasSameSizeAs(list("").data());
        assertThat(foreign.get("/api/policy_violations").data()).isEmpty();
        assertThat(foreign.get("/api/policy_violations/" + id).status()).isEqualTo(404);
    }

    @Test
    void triesAChangeWithoutMakingIt() {
        var app = ledger.app(organization, "sales_channel", "Stall").id();
        Ledger.made(addSecret(app));
        ledger.app(organization, "sales_channel", "Kiosk");
        change(Map.of("max_secret_duration", "P2Y"));
        var entries = auditEntries();
        var tried = dryRun(YEARLY_FEW);

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.header("ETag")).isEqualTo("\"1\"");
        assertThat(tried.attribute("max_secret_duration").asString()).isEqualTo("P1Y");
        assertThat(tried.attribute("max_live_secrets").asInt()).isEqualTo(1);
        var meta = tried.json().path("meta");
        assertThat(meta.path("dry_run").asBoolean()).isTrue();
        assertThat(meta.path("refuses").toString())
                .contains("POLICY_SECRET_DURATION", "\"limit\":\"P1Y\"", "POLICY_LIVE_SECRETS", "POLICY_TOKEN_LIFETIME")
                .doesNotContain("POLICY_CERTIFICATE_DURATION");
        assertThat(counted(meta)).containsEntry("max_secret_duration", List.of(3, 1));
        assertThat(counted(meta)).containsEntry("max_live_secrets", List.of(1, 1));
        assertThat(counted(meta)).containsEntry("max_token_lifetime", List.of(2, 2));
        assertThat(meta.path("apps").toString()).isEqualTo("{\"count\":2,\"more\":0}");
        assertThat(owner.get(path()).header("ETag")).isEqualTo("\"1\"");
        assertThat(owner.get(path()).attribute("max_secret_duration").asString())
                .isEqualTo("P2Y");
        assertThat(auditEntries()).isEqualTo(entries);

        change(YEARLY_FEW);
        var counts = list("").json().at("/meta/counts");
        counted(meta)
                .forEach((rule, count) -> assertThat(counts.path(rule).asInt()).isEqualTo(count.getFirst()));
    }

    @Test
    void checksATriedChangeAsOneThatIsMade() {
        change(Map.of("max_live_secrets", 2));
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var body = document(Map.of("max_live_secrets", 3));

        assertThat(dryRun(Map.of("max_live_secrets", 11)).status()).isEqualTo(422);
        assertThat(reader.patch(path() + "?dry_run=true", body).status()).isEqualTo(403);
        assertThat(owner.send("PATCH", path() + "?dry_run=true", body, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(412);
        assertThat(owner.patch("/api/credential_policy?dry_run=true", body)
                        .json()
                        .at("/meta/dry_run")
                        .asBoolean())
                .isTrue();
        assertThat(owner.get(path()).header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "1", "", "TRUE", "true&dry_run=true"})
    void takesNothingElseForATrial(String value) {
        var refused = owner.patch(path() + "?dry_run=" + value, document(Map.of("max_live_secrets", 3)));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_FIELD_VALUE");
        assertThat(refused.json().at("/errors/0/source/parameter").asString()).isEqualTo("dry_run");
        assertThat(owner.get(path()).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void triesNoChangeOfAnythingElse() {
        var refused = owner.patch(
                "/api/organizations/" + organization + "?dry_run=true",
                Json.document("organizations", organization, Map.of("name", "Other"), Map.of()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("PARAM_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"client_secrets_allowed, false", "max_secret_duration, P1Y", "max_token_lifetime, 7200"})
    void stopsTokensOfWhatViolatesThePolicyWhenAskedFor(String rule, String limit) {
        var app = ledger.app(organization, "sales_channel", "Stall");
        var value = limit.startsWith("P") ? limit : Json.read(limit);
        change(Map.of(rule, value));
        assertThat(token(app).status()).isEqualTo(200);
        change(Map.of("enforce_on_tokens", true));

        var refused = token(app);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("error").asString()).isEqualTo("unauthorized_client");
        assertThat(refused.json().path("error_description").asString()).contains(rule + " " + limit);
        assertThat(Client.owner(server).get(path()).status()).isEqualTo(200);
        change(Map.of("enforce_on_tokens", false));
        assertThat(token(app).status()).isEqualTo(200);
    }

    @Test
    void putsARefusedTokenIntoTheAuditLog() throws InterruptedException {
        var app = ledger.app(organization, "sales_channel", "Stall");
        change(Map.of("client_secrets_allowed", false, "enforce_on_tokens", true));
        token(app);
        token(app);
        var address =
                "/api/audit_events?filter%5Bq%5D%5Btype_eq%5D=token.refused&filter%5Bq%5D%5Bapp_id_eq%5D=" + app.id();
        var end = System.nanoTime() + 10_000_000_000L;
        while (owner.get(address).data().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }

        var entry = owner.get(address).data().path(0).path("attributes");
        assertThat(entry.at("/details/rule").asString()).isEqualTo("client_secrets_allowed");
        assertThat(entry.at("/actor/id").asString()).isEqualTo(app.id());
        assertThat(entry.path("changes")).isEmpty();
    }

    private Answer token(Answer app) {
        return Client.anonymous(server)
                .token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.attribute("client_id").asString(),
                        "client_secret",
                        app.attribute("client_secret").asString()));
    }

    private static Map<String, List<Integer>> counted(JsonNode meta) {
        var counted = new HashMap<String, List<Integer>>();
        for (var rule : meta.path("violations")) {
            counted.put(
                    rule.path("rule").asString(),
                    List.of(rule.path("count").asInt(), rule.path("more").asInt()));
        }
        return counted;
    }

    private int auditEntries() {
        return owner.get("/api/audit_events?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization)
                .json()
                .at("/meta/record_count")
                .asInt();
    }

    private List<String> rules(String query) {
        return StreamSupport.stream(list(query).data().spliterator(), false)
                .map(violation -> violation.at("/attributes/rule").asString())
                .toList();
    }

    private Answer list(String query) {
        var answer = owner.get("/api/policy_violations?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer addSecret(String app) {
        return owner.post(
                "/api/app_registrations/" + app + "/client_secrets",
                Json.document("client_secrets", Map.of("effective_duration", "P2Y")));
    }

    private Answer dryRun(Map<String, ?> attributes) {
        return owner.patch(path() + "?dry_run=true", document(attributes));
    }

    private void change(Map<String, ?> attributes) {
        var changed = owner.patch(path(), document(attributes));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private String document(Map<String, ?> attributes) {
        return Json.document("credential_policies", organization, attributes, Map.of());
    }

    private String path() {
        return "/api/credential_policies/" + organization;
    }
}
