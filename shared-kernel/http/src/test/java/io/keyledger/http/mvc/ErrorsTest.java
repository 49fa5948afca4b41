package io.keyledger.http.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest extends OverHttp {
    @ParameterizedTest
    @CsvSource({
        "missing, 404, RECORD_NOT_FOUND",
        "stale, 412, STALE_VERSION",
        "race, 409, CONFLICT",
        "remote, 422, VALIDATION_ERROR",
        "store, 503, UNAVAILABLE",
        "own, 500, INTERNAL_SERVER_ERROR",
        "otherwise, 500, INTERNAL_SERVER_ERROR"
    })
    void translatesAFailure(String how, int status, String code) {
        var answer = get("/api/fails/" + how);

        refused(answer, status, code);
        assertThat(answer.body()).doesNotContain("inside story", "constraint", "disk full", "xception");
    }

    @Test
    void pointsAtTheFaultADistantNodeFound() {
        assertThat(get("/api/fails/remote").body())
                .isEqualTo("{\"errors\":[{\"title\":\"must exist\",\"detail\":\"organization - must exist\","
                        + "\"code\":\"VALIDATION_ERROR\",\"source\":{\"pointer\":\"/data/relationships/organization\"},"
                        + "\"status\":\"422\",\"meta\":{\"error\":\"blank\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"})
    void refusesPartsThatCannotBeTakenApart(String contentType) {
        var answer = post("/api/roles", contentType, "no parts");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("\"errors\"");
    }

    @Test
    void namesTheMethodsAnAddressHas() {
        var answer = send(request("/api/roles").DELETE());

        refused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404, NOT_FOUND",
        "/nothing, 404, NOT_FOUND",
        "/api/me, 401, UNAUTHORIZED",
        "/api/needs, 400, PARAM_MISSING",
        "/api/needs?number=x, 400, BAD_REQUEST",
        "/api/needs?number=%zz, 400, BAD_REQUEST"
    })
    void answersEveryRefusalWithADocument(String path, int status, String code) {
        if (path.contains("%zz")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status)
                    .contains(code);
        } else {
            refused(get(path), status, code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/roles?a=<b>\" HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/..%2f..%2fetc HTTP/1.1\r\nHost: a\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /api/roles HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "GET /api/roles HTTP/1.1\r\nHost: a b c\r\n\r\n"
            })
    void answersWhatTheServerRefusesWithADocument(String request) {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: " + JSON_API, "X-Request-Id: ", "\"code\":\"BAD_REQUEST\"")
                .doesNotContain("Tomcat", "<html", "xception");
    }
}
