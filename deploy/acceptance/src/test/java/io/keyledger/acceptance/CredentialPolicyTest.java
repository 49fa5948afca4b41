package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credential policies. */
@ExtendWith(SharedServer.class)
class CredentialPolicyTest {
    private final Client owner;
    private final Ledger ledger;
    private String organization = "";

    CredentialPolicyTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
    }

    @BeforeEach
    void foundAnOrganization() {
        organization = ledger.organization("Policies");
    }

    @Test
    void isThereFromTheRegistrationOfTheOrganizationOn() {
        var policy = owner.get(path());

        assertThat(policy.status()).as(policy.text()).isEqualTo(200);
        assertThat(policy.header("ETag")).isEqualTo("\"0\"");
        assertThat(policy.attribute("client_secrets_allowed").asBoolean()).isTrue();
        assertThat(policy.attribute("max_secret_duration").isNull()).isTrue();
        assertThat(policy.attribute("expiry_notices").toString()).isEqualTo("[90,60,30,14,7,1]");
        assertThat(policy.attribute("unused_after").asString()).isEqualTo("P90D");
        assertThat(policy.attribute("enforce_on_tokens").asBoolean()).isFalse();
    }

    @Test
    void changesAsAWholeAndTellsItsHistory() {
        var changed = change(Map.of("max_secret_duration", "P1Y", "expiry_notices", List.of(7, 30)));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.attribute("max_secret_duration").asString()).isEqualTo("P1Y");
        assertThat(changed.attribute("expiry_notices").toString()).isEqualTo("[30,7]");
        assertThat(owner.get(path() + "/versions").text()).contains("\"max_secret_duration\":[null,\"P1Y\"]");
        assertThat(owner.get("/api/audit_events?filter%5Bq%5D%5Btype_eq%5D=credential_policy.changed"
                                + "&filter%5Bq%5D%5Borganization_id_eq%5D=" + organization)
                        .text())
                .contains("\"max_secret_duration\":[null,\"P1Y\"]");
    }

    @Test
    void refusesAChangeOfAnotherVersionThanThePresentOne() {
        change(Map.of("max_live_secrets", 2));
        var body = Json.document("credential_policies", organization, Map.of("max_live_secrets", 3), Map.of());

        assertThat(owner.send("PATCH", path(), body, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(412);
        assertThat(owner.send("PATCH", path(), body, Map.of("If-Match", "\"1\""))
                        .header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void isFoundWithoutItsIdByWhoeverBelongsToOneOrganization() {
        var admin = ledger.integration(organization, ledger.role(organization, "admin"));
        var own = admin.get("/api/credential_policy");
        var body = Json.document("credential_policies", own.id(), Map.of("max_token_lifetime", 14_400), Map.of());

        assertThat(own.id()).isEqualTo(organization);
        assertThat(admin.patch("/api/credential_policy", body)
                        .attribute("max_token_lifetime")
                        .asInt())
                .isEqualTo(14_400);
        assertThat(owner.get("/api/credential_policy").code()).isEqualTo("PARAM_MISSING");
        assertThat(owner.get("/api/credential_policy?organization_id=" + organization)
                        .id())
                .isEqualTo(organization);
        assertThat(owner.patch("/api/credential_policy", "{\"data\":{\"type\":\"credential_policies\"}}")
                        .code())
                .isEqualTo("PARAM_MISSING");
    }

    @Test
    void changesNothingWhenAnAnswerOfAnotherShapeIsAskedFor() {
        var body = Json.document("credential_policies", organization, Map.of("max_live_secrets", 3), Map.of());

        assertThat(owner.patch("/api/credential_policy?page%5Bsize%5D=1", body).status())
                .isEqualTo(400);
        assertThat(owner.get(path()).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void isReadByWhoeverMayReadAndChangedByWhoeverMayChange() {
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var body = Json.document("credential_policies", organization, Map.of("max_live_secrets", 3), Map.of());
        var stranger = new Ledger(owner).organization("Strangers");
        var foreign = ledger.integration(stranger, ledger.role(stranger, "admin"));

        assertThat(reader.get(path()).status()).isEqualTo(200);
        assertThat(reader.patch(path(), body).status()).isEqualTo(403);
        assertThat(reader.patch("/api/credential_policy", body).status()).isEqualTo(403);
        assertThat(foreign.get(path()).status()).isEqualTo(404);
        assertThat(foreign.patch(path(), body).status()).isEqualTo(404);
        assertThat(foreign.patch("/api/credential_policy", body).status()).isEqualTo(404);
        assertThat(foreign.get("/api/credential_policy?organization_id=" + organization)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_secret_duration | \"P4Y\" | ",
                "max_secret_duration | \"P12M\" | ",
                "max_secret_duration | \"one year\" | ",
                "max_certificate_duration | \"P11Y\" | ",
                "max_token_lifetime | 7199 | ",
                "max_token_lifetime | 31536001 | ",
                "max_live_secrets | 0 | ",
                "max_live_secrets | 11 | ",
                "max_live_secrets | \"two\" | ",
                "expiry_notices | [0] | /0",
                "expiry_notices | [1, 366] | /1",
                "expiry_notices | [7, \"1\"] | /1",
                "expiry_notices | [7, 7] | ",
                "expiry_notices | [1,2,3,4,5,6,7,8,9,10,11,12,13] | ",
                "expiry_notices | 7 | ",
                "unused_after | \"P0D\" | ",
                "client_secrets_allowed | null | "
            })
    void refusesWhatIsNoPolicyWhereItStands(String attribute, String value, @Nullable String within) {
        var refused = owner.patch(
                path(),
                "{\"data\":{\"type\":\"credential_policies\",\"id\":\"%s\",\"attributes\":{\"%s\":%s}}}"
                        .formatted(organization, attribute, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.pointer()).isEqualTo("/data/attributes/" + attribute + (within == null ? "" : within));
    }

    @Test
    void refusesNewCredentialsThatItDoesNotAllow() {
        var app = ledger.app(organization, "integration", "before").id();
        change(Map.of("max_secret_duration", "P1Y", "max_live_secrets", 2, "max_token_lifetime", 14_400));

        assertRefused(addSecret(app, "P2Y"), "POLICY_SECRET_DURATION", "effective_duration");
        Ledger.made(addSecret(app, "P1Y"));
        assertRefused(addSecret(app, "P1Y"), "POLICY_LIVE_SECRETS", "client_secrets");
        assertRefused(
                owner.patch(
                        "/api/api_credentials/" + app,
                        Json.document("api_credentials", app, Map.of("expires_in", 14_401), Map.of())),
                "POLICY_TOKEN_LIFETIME",
                "expires_in");
        var made = ledger.app(organization, "sales_channel", "after");
        assertThat(made.attribute("client_secret_expires_at").asString().substring(0, 4))
                .isEqualTo(String.valueOf(
                        Integer.parseInt(made.attribute("created_at").asString().substring(0, 4)) + 1));
        change(Map.of("client_secrets_allowed", false));
        assertRefused(
                owner.post("/api/api_credentials", ledger.appDocument(organization, "sales_channel", "none")),
                "POLICY_CLIENT_SECRETS_NOT_ALLOWED",
                "client_secrets");
        assertThat(owner.get("/api/api_credentials/" + app).status()).isEqualTo(200);
        var bare = owner.post(
                "/api/app_registrations",
                Json.document(
                        "app_registrations",
                        null,
                        Map.of("name", "certificates only"),
                        Map.of("organization", new Ref("organizations", organization))));
        assertThat(bare.status()).as(bare.text()).isEqualTo(201);
    }

    @Test
    void allowsShorterSecretsThanAYearWhereNoYearIsAllowed() {
        change(Map.of("max_secret_duration", "P6M"));
        var app = ledger.app(organization, "integration", "short").id();

        assertThat(Ledger.made(addSecret(app, "P30D"))
                        .attribute("effective_duration")
                        .asString())
                .isEqualTo("P30D");
        assertRefused(addSecret(app, "P1Y"), "POLICY_SECRET_DURATION", "effective_duration");
    }

    private void assertRefused(Answer answer, String code, String attribute) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(Arrays.asList(answer.pointer().split("/"))).endsWith(attribute);
    }

    private Answer addSecret(String app, String duration) {
        return owner.post(
                "/api/app_registrations/" + app + "/client_secrets",
                Json.document("client_secrets", Map.of("effective_duration", duration)));
    }

    private Answer change(Map<String, Object> attributes) {
        var changed = owner.patch(path(), Json.document("credential_policies", organization, attributes, Map.of()));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return changed;
    }

    private String path() {
        return "/api/credential_policies/" + organization;
    }
}
