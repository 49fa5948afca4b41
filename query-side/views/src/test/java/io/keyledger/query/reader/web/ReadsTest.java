package io.keyledger.query.reader.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.organization.OrganizationRegistered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The reading addresses over HTTP, from events to documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = ReadsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "axon.serializer.general=jackson3")
class ReadsTest {
    /** How often to wait two seconds for the views: this event store does not notify them. */
    private static final int PATIENCE = 10;

    private static final Map<String, String> IDS = Map.of(
            "organizations", "one",
            "api_credentials", "a1",
            "roles", "r1",
            "permissions", "p1",
            "memberships", "m1",
            "customers", "c1",
            "customer_groups", "g1");

    private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00.000Z");
    private static final Instant LATER = Instant.parse("2025-06-01T00:00:00.000Z");
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00.000Z");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ResourceAnswers answers;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void happen() {
        happened("u1", 0, new UserRegistered("u1", "ada@example.com", "Ada", null));
        happened("one", 0, new OrganizationRegistered("one", "One", "one", "eu-west-1", "u1", "ada@example.com"));
        happened("p-one", 0, policy("P1Y"));
        happened("p-one", 1, policy("P6M"));
        happened("r1", 0, new RoleDefined("r1", "one", "Writers", "custom"));
        happened("r1", 1, new PermissionGranted("r1", "p1", "one", "orders", true, true, true, false));
        happened("m1", 0, new MemberInvited("m1", "one", "eve@example.com", "r1", "live_access", false, null));
        happened("c1", 0, new CustomerRegistered("c1", "one", "Acme"));
        happened("g1", 0, new CustomerGroupDefined("g1", "one", "Wholesale"));
        happened("g1", 1, new CustomersAssigned("g1", List.of("c1")));
        happened("a1", 0, app("a1", "one"));
        happened("a1", 1, new TokenLifetimeChanged("a1", 7200, 86_401));
        happened("a2", 0, app("a2", "two"));
        happened("a3", 0, app("a3", "one"));
        happened("a3", 1, new AppDeleted("a3", "one"));
        happened("r2", 0, new RoleDefined("r2", "one", "Readers", "custom"), LONG_AGO);
        happened("r2", 1, new PermissionGranted("r2", "p2", "one", "orders", true, true, true, false), LONG_AGO);
        happened("r2", 2, new PermissionChanged("r2", "p2", true, true, true, true), LATER);
        happened("a4", 0, app("a4", "one"), LONG_AGO);
        happened("a4", 1, secret("a4", "s1"), LONG_AGO);
        happened("a4", 2, new AppRenamed("a4", "Later"), LATER);
        happened("a4", 3, new ClientSecretRemoved("a4", "s1"), LATER);
        happened("a4", 4, secret("a4", "s2"), LATER);
        happened("a4", 5, new AppDeleted("a4", "one"), LATEST);
        happened("a5", 0, app("a5", "two"), LONG_AGO);
        assertThat(Stream.generate(answers::awaitWritten).limit(PATIENCE).anyMatch(shown -> shown))
                .isTrue();
    }

    @Test
    void everyResourceHasItsListAndItself() throws Exception {
        for (var entry : IDS.entrySet()) {
            assertThat(get("/api/" + entry.getKey()).body()).contains("\"id\":\"" + entry.getValue() + '"');
            assertThat(get("/api/" + entry.getKey() + '/').statusCode()).isEqualTo(200);
            var single = get("/api/" + entry.getKey() + '/' + entry.getValue());
            assertThat(single.statusCode()).isEqualTo(200);
            assertThat(single.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void everyRelationshipHasItsTwoAddresses() throws Exception {
        for (var entry : IDS.entrySet()) {
            var type = Resources.all().stream()
                    .filter(t -> t.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow();
            for (var relationship : type.relationships()) {
                var path = "/api/" + type.name() + '/' + entry.getValue();
                assertThat(get(path + '/' + relationship.name()).statusCode()).isEqualTo(200);
                assertThat(get(path + "/relationships/" + relationship.name()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whatBelongsToOthersDoesNotExist() throws Exception {
        assertThat(get("/api/api_credentials").body())
                .contains("\"record_count\":1")
                .doesNotContain("a2");
        for (var path : new String[] {"a2", "a2/role", "a2/versions", "none", "a1/nothing"}) {
            assertThat(get("/api/api_credentials/" + path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRelationshipThatLeadsNowhereIsNull() throws Exception {
        assertThat(get("/api/api_credentials/a1/role").body()).contains("\"data\":null");
        assertThat(get("/api/api_credentials/a1/relationships/role").body()).isEqualTo("{\"data\":null}");
    }

    @Test
    void aGroupLeadsToItsCustomers() throws Exception {
        assertThat(get("/api/customer_groups/g1/customers").body()).contains("\"name\":\"Acme\"", "\"record_count\":1");
        assertThat(get("/api/customer_groups/g1/relationships/customers").body())
                .contains("\"type\":\"customers\"", "\"id\":\"c1\"")
                .doesNotContain("Acme");
        assertThat(get("/api/customer_groups/g1?include=customers").body())
                .contains("\"included\":[{", "\"name\":\"Acme\"");
        assertThat(get("/api/customer_groups?filter[q][customers_name_eq]=Acme").body())
                .contains("\"id\":\"g1\"");
        assertThat(get("/api/customer_groups?filter[q][customers_name_eq]=Other")
                        .body())
                .contains("\"record_count\":0");
        assertThat(get("/api/customer_groups/g1/versions").body()).contains("\"customer_ids\":[[],[\"c1\"]]");
    }

    @Test
    void aDeletedResourceKeepsItsHistory() throws Exception {
        assertThat(get("/api/api_credentials/a3").statusCode()).isEqualTo(404);
        assertThat(get("/api/api_credentials/a3/versions").body())
                .contains("\"record_count\":2", "\"event\":\"destroy\"", "\"client_id\":[\"client-a3\",null]");
    }

    @Test
    void aResourceIsShownAsItWasAtAnyTime() throws Exception {
        var path = "/api/app_registrations/a4?as_of=";
        assertThat(get(path + LONG_AGO.minusMillis(1)).statusCode()).isEqualTo(404);
        assertThat(get(path + LONG_AGO).body()).contains("\"name\":\"App\"", "\"role\":{", "\"data\":null");
        assertThat(get(path + LATER.minusMillis(1)).body()).contains("\"name\":\"App\"");
        assertThat(get(path + LATER).body()).contains("\"name\":\"Later\"");
        assertThat(get(path + LATEST).statusCode()).isEqualTo(404);
        assertThat(get("/api/api_credentials/a4?as_of=" + LONG_AGO).body())
                .contains("\"client_secret_hint\":\"s1\"", "\"client_secret\":null");
    }

    @Test
    void partsAreShownAsTheyWere() throws Exception {
        var path = "/api/app_registrations/a4/client_secrets";
        assertThat(get(path + "?as_of=" + LONG_AGO).body())
                .contains("\"record_count\":1", "\"id\":\"s1\"", "\"status\":\"active\"");
        assertThat(get(path + "/s1?as_of=" + LATER).body()).contains("\"status\":\"revoked\"");
        assertThat(get(path + "/s2?as_of=" + LONG_AGO).statusCode()).isEqualTo(404);
        assertThat(get(path + "?as_of=" + LATER + "&page[size]=1&page[number]=2")
                        .body())
                .contains("\"record_count\":2", "\"id\":\"s2\"")
                .doesNotContain("\"id\":\"s1\"");
        assertThat(get("/api/roles/r2/permissions?as_of=" + LONG_AGO).body()).contains("\"can_destroy\":false");
        assertThat(get("/api/roles/r2/permissions?as_of=" + LATER).body()).contains("\"can_destroy\":true");
    }

    @Test
    void thePastOfOthersDoesNotExistEither() throws Exception {
        for (var path : List.of("a5", "a5/client_secrets", "none", "a5/certificates/c1")) {
            assertThat(get("/api/app_registrations/" + path + "?as_of=" + LATER).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyAnInstantThatHasBeenIsTaken() throws Exception {
        for (var query : List.of("as_of=", "as_of=soon", "as_of=2999-01-01", "as_of=2020-01-01&as_of=2021-01-01")) {
            assertThat(get("/api/app_registrations/a4?" + query).body())
                    .contains("\"code\":\"INVALID_FIELD_VALUE\"", "\"parameter\":\"as_of\"");
        }
        assertThat(get("/api/app_registrations/a4?include=role&as_of=" + LATER).body())
                .contains("\"code\":\"PARAM_NOT_ALLOWED\"", "\"parameter\":\"include\"");
        assertThat(get("/api/app_registrations?as_of=" + LATER).statusCode()).isEqualTo(400);
        assertThat(get("/api/customers/c1?as_of=" + LATER).statusCode()).isEqualTo(400);
    }

    @Test
    void theLifeOfTokensIsShownWithItsHistory() throws Exception {
        assertThat(get("/api/token_lifetimes/a1").body())
                .contains("\"expires_in\":86401", "\"previous\":7200", "\"default\":7200", "\"min\":7200")
                .contains("\"max\":31536000", "\"recommended\":86400", "\"over_recommended\":true")
                .contains("\"latest_token_expires_at\":null", "\"kind\":\"integration\"");
        assertThat(get("/api/token_lifetimes/a1/history").body())
                .contains("\"record_count\":2", "\"previous\":null", "\"expires_in\":7200", "\"expires_in\":86401");
        assertThat(get("/api/token_lifetimes?filter[q][expires_in_gt]=86400&include=history,app_registration")
                        .body())
                .contains("\"record_count\":1", "\"type\":\"token_lifetime_changes\"");
        assertThat(get("/api/token_lifetime_changes").body()).contains("\"record_count\":2");
        for (var gone : List.of("a2", "a3", "a3/history")) {
            assertThat(get("/api/token_lifetimes/" + gone).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void thePolicyIsTheOrganizationsAndCountsItsOwnVersions() throws Exception {
        var policy = get("/api/credential_policies/one");
        assertThat(policy.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(policy.body())
                .contains("\"max_secret_duration\":\"P6M\"", "\"expiry_notices\":[30,7]", "\"max_live_secrets\":null");
        assertThat(get("/api/credential_policies").body()).contains("\"record_count\":1");
        assertThat(get("/api/credential_policies/one/versions").body())
                .contains("\"max_secret_duration\":[null,\"P1Y\"]", "\"max_secret_duration\":[\"P1Y\",\"P6M\"]")
                .contains("\"expiry_notices\":[[90,60,30,14,7,1],[30,7]]");
    }

    private static CredentialPolicyChanged policy(String duration) {
        return new CredentialPolicyChanged("one", true, duration, null, null, null, List.of(30, 7), "P90D", false);
    }

    @Test
    void theUserIsWhoeverTheTokenBelongsTo() throws Exception {
        assertThat(get("/api/user").body()).contains("\"email\":\"ada@example.com\"", "\"id\":\"u1\"");
        assertThat(get("/api/user/versions").body()).contains("\"resource_type\":\"users\"");
        assertThat(get("/api/user", "Caller-Kind", "app").statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheCallerKnowsIsNotSentAgain() throws Exception {
        assertThat(get("/api/roles/r1", "If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
        assertThat(get("/api/roles/r1", "If-None-Match", "W/\"0\"").statusCode())
                .isEqualTo(200);
        assertThat(get("/api/roles/r1", "If-None-Match", "\"0\", W/\"1\"").statusCode())
                .isEqualTo(304);
        assertThat(get("/api/roles/r1", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(get("/api/roles/Nothing001", "If-None-Match", "*").statusCode())
                .isEqualTo(404);
        for (var path :
                List.of("/api/memberships/m1", "/api/api_credentials/a1", "/api/roles/r1?include=organization")) {
            var eTag = get(path).headers().firstValue("ETag").orElseThrow();
            var again = get(path, "If-None-Match", eTag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(eTag);
        }
    }

    @Test
    void theVersionDecidesOnlyWhereItIsAllThatIsShown() throws Exception {
        for (var path : List.of("/api/memberships/m1", "/api/roles/r1?include=organization")) {
            assertThat(get(path).headers().firstValue("ETag").orElseThrow()).matches("\"\\d+\\.[\\w-]{16}\"");
            assertThat(get(path, "If-None-Match", "\"0\", \"1\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void readsTheConditionsOfAnAnswerThatThereIsNothing() throws Exception {
        var path = "/api/api_credentials/a1/role";
        var eTag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", eTag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", "\"0\"").body()).contains("\"data\":null");
        assertThat(get(path, "If-None-Match", "0").statusCode()).isEqualTo(400);
        assertThat(get(path, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
    }

    @Test
    void aReadOfAnotherVersionIsRefusedBeforeItIsKnown() throws Exception {
        assertThat(get("/api/roles/r1", "If-Match", "\"0\"", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(get("/api/roles/r1", "If-Match", "\"1\"", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/api/roles/r1", "If-Match", "\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aDocumentHoldsWhatItIncludes() throws Exception {
        assertThat(get("/api/api_credentials/a1?include=organization.roles&fields[roles]=name")
                        .body())
                .contains("\"type\":\"organizations\"", "\"type\":\"roles\"", "{\"name\":\"Writers\"}");
    }

    @Test
    void theAnswerToACreationHasWhatIsShownOnce() throws Exception {
        var request =
                HttpRequest.newBuilder(address("/api/api_credentials/a1/made")).POST(BodyPublishers.noBody());
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"client_secret\":\"the secret\"", "\"meta\":{\"link\":\"once\"}");
        assertThat(answer.headers().firstValue("Location")).hasValue(address("/api/api_credentials/a1") + "");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Keyledger-Lag")).isEmpty();
        assertThat(get("/api/api_credentials/a1").body()).contains("\"client_secret\":null");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path.replace("[", "%5B").replace("]", "%5D")));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void happened(String id, long sequence, Object event) {
        happened(id, sequence, event, Instant.now());
    }

    private void happened(String id, long sequence, Object event, Instant at) {
        var message = new GenericDomainEventMessage<>("Aggregate", id, sequence, event);
        events.publish(new GenericDomainEventMessage<>("Aggregate", id, sequence, message, () -> at));
    }

    private static ClientSecretAdded secret(String app, String id) {
        return new ClientSecretAdded(app, "one", id, null, id, "verifier", "pepper", "P3Y", LATEST);
    }

    private static AppRegistered app(String id, String organization) {
        return new AppRegistered(
                id, organization, "integration", "test", "client-" + id, "App", 7200, false, null, null, null);
    }
}
