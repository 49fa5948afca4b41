package io.keyledger.http.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest extends OverHttp {
    private static final String ROLE =
            "{\"data\":{\"type\":\"roles\",\"attributes\":{\"name\":\"Ops\"},\"relationships\":"
                    + "{\"organization\":{\"data\":{\"type\":\"organizations\",\"id\":\"Org0000001\"}}}}}";

    @Test
    void readsADocumentOfTheMediaType() {
        assertThat(post("/api/roles", JSON_API, ROLE).body()).isEqualTo("{\"name\":\"Ops\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "nonsense",
                "application/vnd.api+json;charset=utf-8",
                "application/vnd.api+json;a=b"
            })
    void refusesABodyOfAnotherMediaType(String contentType) {
        refused(post("/api/roles", contentType, ROLE), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "nonsense", "identity, gzip", "GZIP"})
    void refusesABodyInAContentCoding(String coding) {
        var answer = send(request("/api/roles")
                .header("Content-Type", JSON_API)
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofString(ROLE)));

        refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity, identity", ""})
    void readsABodyThatSaysItHasNone(String coding) {
        var answer = send(request("/api/roles")
                .header("Content-Type", JSON_API)
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofString(ROLE)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                JSON_API,
                "text/html, application/vnd.api+json;q=0.1",
                "text/html, */*;q=0.1"
            })
    void answersWhoeverAcceptsTheMediaType(String accept) {
        assertThat(get("/api/roles", "Accept", accept).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/html",
                "nonsense",
                "application/vnd.api+json;v=2",
                "application/vnd.api+json;q=0"
            })
    void refusesToAnswerInAnotherMediaType(String accept) {
        refused(get("/api/roles", "Accept", accept), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void leavesAHandlerItsOwnMediaTypes() {
        assertThat(get("/api/export", "Accept", "text/csv").body()).isEqualTo("a,b");
    }

    @Test
    void acceptsAnActionWithoutABodyOrWithEmptyData() {
        assertThat(post("/api/action", JSON_API, "").statusCode()).isEqualTo(202);
        assertThat(post("/api/action", JSON_API, "{\"data\":{}}").statusCode()).isEqualTo(202);
        refused(post("/api/roles", JSON_API, ""), 400, "INVALID_DATA_FORMAT");
    }

    @Test
    void acceptsASlashAtTheEndAndAContentTypeWithoutBody() {
        var answer = get("/api/roles/", "Content-Type", JSON_API);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"/api/roles\"");
    }

    @Test
    void keepsAWellFormedRequestIdAndReplacesAnyOther() {
        assertThat(get("/api/roles", "X-Request-Id", "a.b_c-1").headers().firstValue("X-Request-Id"))
                .hasValue("a.b_c-1");
        assertThat(get("/api/roles", "X-Request-Id", "a b").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[A-Za-z0-9_-]{20}"));
        assertThat(get("/api/roles", "X-Request-Id", "abc").body()).contains("\"request_id\":\"abc\"");
        assertThat(get("/nothing").headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void refusesABodyOverTheLimitAnnouncedOrNot() {
        var body = new byte[50 * BodyLimitFilter.MAX_BODY];
        Arrays.fill(body, (byte) ' ');

        refused(
                send(request("/api/roles").header("Content-Type", JSON_API).POST(BodyPublishers.ofByteArray(body))),
                413,
                "PAYLOAD_TOO_LARGE");
        refused(
                send(request("/api/roles")
                        .header("Content-Type", JSON_API)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    void readsTheVersionsACallerAccepts() {
        assertThat(get("/api/version", "If-Match", "\"3\"").body()).contains("[3]");
        assertThat(get("/api/version", "If-Match", "*").body()).contains("null");
        assertThat(get("/api/version", "If-Match", ", W/\"1\" ,\"a,b\",\t\"3\",")
                        .body())
                .contains("[3]");
        assertThat(get("/api/version", "If-Match", "\"3\"", "If-Match", "\"x\"").body())
                .contains("[3]");
        assertThat(get("/api/version", "If-Match", "W/\"3\"").body()).contains("[]");
        assertThat(get("/api/version", "If-Match", "\"03\"").body()).contains("[]");
        assertThat(get("/api/version", "If-Match", "\"3.0123456789abcdef\"").body())
                .contains("versions=[3]");
        assertThat(get("/api/version", "If-None-Match", "W/\"3\", \"4\"").body())
                .contains("versions=null, excluded=[")
                .contains("3", "4");
        assertThat(get("/api/version", "If-Match", "\"3\"", "If-None-Match", "\"4\"")
                        .body())
                .contains("versions=[3], excluded=[4]");
        refused(get("/api/version", "If-None-Match", "*"), 412, "STALE_VERSION");
        refused(get("/api/version", "If-Match", "*", "If-None-Match", "*"), 412, "STALE_VERSION");
        for (var wrong : List.of("3", ",", "*, \"3\"", "\"3\" \"4\"", "\"3", "w/\"3\"", "\"3\";")) {
            refused(get("/api/version", "If-Match", wrong), 400, "BAD_REQUEST");
            refused(get("/api/version", "If-None-Match", wrong), 400, "BAD_REQUEST");
        }
    }

    @Test
    void readsAFilterWithPlainAndWithEscapedBrackets() {
        var plain = raw("GET /api/filtered?filter[q][name_eq]=a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(plain).contains("{\"values\":[\"a\"]}");
        assertThat(get("/api/filtered?filter%5Bq%5D%5Bname_eq%5D=a+b").body()).isEqualTo("{\"values\":[\"a b\"]}");
    }

    @Test
    void refusesAnUnknownIncludeBeforeAnythingIsWritten() {
        refused(post("/api/roles?include=nothing", JSON_API, ROLE), 400, "INVALID_INCLUDE");
        refused(post("/api/roles?page%5Bsize%5D=5", JSON_API, ROLE), 400, "PARAM_NOT_ALLOWED");
        assertThat(post("/api/roles?include=organization", JSON_API, ROLE).statusCode())
                .isEqualTo(200);
    }
}
