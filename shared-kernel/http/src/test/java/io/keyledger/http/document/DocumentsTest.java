package io.keyledger.http.document;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.ROLES;
import static io.keyledger.http.resources.Resources.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Included.Link;
import io.keyledger.http.document.Included.Resource;
import io.keyledger.http.read.ReadOptionsParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Row ROLE = row("Rol0000001", Map.of("name", "Ops", "kind", "custom"));
    private static final Row APP = row(
            "App0000001",
            Map.of(
                    "name",
                    "Shop",
                    "created_at",
                    Instant.parse("2026-01-02T03:04:05.6Z"),
                    "role_id",
                    "Rol0000001",
                    "metadata",
                    Map.of("a", 1)));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/api_credentials");

    @Test
    void showsEveryAttributeInTheOrderOfTheTable() {
        var data = single(ROLES, ROLE, Included.NONE).path("data");

        assertThat(data.path("id").asString()).isEqualTo("Rol0000001");
        assertThat(data.path("type").asString()).isEqualTo("roles");
        assertThat(data.path("links").path("self").asString()).isEqualTo("http://localhost/api/roles/Rol0000001");
        assertThat(data.path("attributes").propertyNames())
                .containsExactly(
                        "name", "kind", "created_at", "updated_at", "reference", "reference_origin", "metadata");
        assertThat(data.path("attributes").path("reference").isNull()).isTrue();
        assertThat(data.path("attributes").path("metadata").isEmpty()).isTrue();
        assertThat(data.path("relationships").path("permissions").path("links")).isEqualTo(JSON.readTree("""
                        {"self": "http://localhost/api/roles/Rol0000001/relationships/permissions",
                         "related": "http://localhost/api/roles/Rol0000001/permissions"}"""));
        assertThat(data.path("relationships").path("permissions").has("data")).isFalse();
    }

    @Test
    void writesDatesInUtcWithMilliseconds() {
        var attributes =
                single(API_CREDENTIALS, APP, Included.NONE).path("data").path("attributes");

        assertThat(attributes.path("created_at").asString()).isEqualTo("2026-01-02T03:04:05.600Z");
        assertThat(attributes.path("client_secret_expires_at").isNull()).isTrue();
    }

    @Test
    void addressesTheSingletonWithoutItsId() {
        var data = single(USERS, row("Usr0000001", Map.of()), Included.NONE).path("data");

        assertThat(data.path("links").path("self").asString()).isEqualTo("http://localhost/api/user");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(single(ROLES, null, Included.NONE)).isEqualTo(JSON.readTree("{\"data\":null}"));
    }

    @Test
    void showsWhereIncludedRelationshipsLead() {
        request.addParameter("include", "role.permissions,organization");
        var included = new Included(
                List.of(new Resource(ROLES, ROLE)),
                Map.of(
                        new Link("api_credentials", "App0000001", "role"), List.of("Rol0000001"),
                        new Link("api_credentials", "App0000001", "organization"), List.of(),
                        new Link("roles", "Rol0000001", "permissions"), List.of()));

        var document = single(API_CREDENTIALS, APP, included);

        var relationships = document.path("data").path("relationships");
        assertThat(relationships.path("role").path("data"))
                .isEqualTo(JSON.readTree("{\"type\":\"roles\",\"id\":\"Rol0000001\"}"));
        assertThat(relationships.path("organization").path("data").isNull()).isTrue();
        assertThat(relationships.path("versions").has("data")).isFalse();
        assertThat(document.path("included").size()).isEqualTo(1);
        assertThat(document.path("included")
                        .path(0)
                        .path("relationships")
                        .path("permissions")
                        .path("data"))
                .isEqualTo(JSON.readTree("[]"));
    }

    @Test
    void showsNoMoreThanTheFieldsAskedFor() {
        request.addParameter("fields[api_credentials]", "role,name");

        var data = single(API_CREDENTIALS, APP, Included.NONE).path("data");

        assertThat(data.path("attributes").propertyNames()).containsExactly("name");
        assertThat(data.path("relationships").propertyNames()).containsExactly("role");
    }

    @Test
    void leadsFromPageToPageAndKeepsTheOtherParameters() {
        request.addParameter("filter[q][name_cont]", "a&b ü");
        request.addParameter("page[number]", "2");
        request.addParameter("page[size]", "1");

        var document = list(3);

        var others = "http://localhost/api/api_credentials?filter%5Bq%5D%5Bname_cont%5D=a%26b%20%C3%BC";
        var size = "&page%5Bsize%5D=1";
        assertThat(document.path("links"))
                .isEqualTo(JSON.valueToTree(Map.of(
                        "first", others + "&page%5Bnumber%5D=1" + size,
                        "prev", others + "&page%5Bnumber%5D=1" + size,
                        "next", others + "&page%5Bnumber%5D=3" + size,
                        "last", others + "&page%5Bnumber%5D=3" + size)));
        assertThat(document.path("meta")).isEqualTo(JSON.readTree("{\"record_count\":3,\"page_count\":3}"));
    }

    @Test
    void leadsNowhereFromAnEmptyList() {
        var document = list(0);

        assertThat(document.path("links").propertyNames()).containsExactly("first", "last");
        assertThat(document.path("meta")).isEqualTo(JSON.readTree("{\"record_count\":0,\"page_count\":0}"));
    }

    @Test
    void leadsBackFromAPagePastTheEnd() {
        request.addParameter("page[number]", "9");

        var links = list(11).path("links");

        assertThat(links.path("prev").asString()).isEqualTo(links.path("last").asString());
        assertThat(links.path("prev").asString()).contains("%5Bnumber%5D=2");
    }

    @Test
    void answersWithTheEntityTag() {
        var answer = Documents.of(request).answerSingle(ROLES, ROLE, options(ROLES), Included.NONE);

        assertThat(answer.getHeaders().getETag()).isEqualTo("\"7\"");
        assertThat(answer.getHeaders().getContentType()).hasToString("application/vnd.api+json");
    }

    private JsonNode single(ResourceType type, @Nullable Row row, Included included) {
        return JSON.valueToTree(Documents.of(request).single(type, row, options(type), included));
    }

    private JsonNode list(long count) {
        var options = ReadOptionsParser.list(API_CREDENTIALS, request.getParameterMap());
        return JSON.readTree(JSON.writeValueAsString(
                Documents.of(request).list(API_CREDENTIALS, List.of(APP), count, options, Included.NONE)));
    }

    private ReadOptions options(ResourceType type) {
        return ReadOptionsParser.single(type, request.getParameterMap());
    }

    private static Row row(String id, Map<String, Object> values) {
        return new Row(id, "Org0000001", 7, new HashMap<>(values));
    }
}
