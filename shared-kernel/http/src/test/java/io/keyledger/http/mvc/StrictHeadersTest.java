package io.keyledger.http.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictHeadersTest extends OverHttp {
    private static final String GET = "GET /api/roles HTTP/1.1\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\r\n",
                "Host:a\r\nX-Empty:\r\nX-Blank: \r\nX-After:a \r\n",
                "Host: a\r\nX-Spaced: b c d e f g h\r\nAccept: */*\r\n",
                "Host: a\r\nAccept: */*\r\nAccept: application/vnd.api+json\r\nCookie: a=b\r\nCookie: c=d\r\n",
            })
    void takesHeadersAsTheyUsuallyAre(String headers) {
        assertThat(raw(GET + headers + END)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\n",
                "Host: a\r\nX-Bare: b\nAccept: */*\r\n",
                "Host: a\r\nX-Folded: b\r\n c\r\n",
                "Host: a\r\nX-Folded: b\r\n\tc\r\nAccept: */*\r\n",
                "Host: a\r\nX-Folded: b\r\n \r\nAccept: */*\r\n",
                "Host: a\r\nX-Folded:\r\n c\r\n",
                "Host: a\r\nX-Folded:a\r\n long enough to hide the line end\r\n",
                "Host: a\r\nX-Folded: a\r\n long enough, with blanks    \r\nAccept: */*\r\n",
            })
    void refusesLinesThatAreReadInTwoWays(String headers) {
        refused(raw(GET + headers + END));
    }

    @Test
    void refusesALineFeedAloneAfterTheRequestLineAndAtTheEnd() {
        refused(raw("GET /api/roles HTTP/1.1\nHost: a\r\n" + END));
        refused(raw(GET + "Host: a\r\nConnection: close\r\n\n"));
        refused(raw(GET + "Host: a\r\nConnection: close\n\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer a\r\nauthorization: Bearer b\r\n",
                "Content-Type: a/b\r\nX-Other: x\r\nContent-type: c/d\r\n",
                "Idempotency-Key: a\r\nIdempotency-Key: a\r\n",
                "DPoP: a\r\nDPoP: b\r\n",
                "Content-Length: 0\r\nContent-Length: 0\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Host: b\r\n",
            })
    void refusesTwoWhereOneDecides(String headers) {
        refused(raw(GET + "Host: a\r\n" + headers + END));
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, 405, METHOD_NOT_ALLOWED",
        "PUT, 405, METHOD_NOT_ALLOWED",
        "PROPFIND, 405, METHOD_NOT_ALLOWED",
    })
    void answersMethodsThatAreNotThere(String method, int status, String code) {
        var answer = raw(method + " /api/roles HTTP/1.1\r\nHost: a\r\n" + END);

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void answersAProxysMethodAsOneThatIsNotImplemented() {
        assertThat(raw("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n" + END))
                .startsWith("HTTP/1.1 501")
                .contains("\"code\":\"NOT_IMPLEMENTED\"", "\"status\":\"501\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/roles\r\n", "GET /api/roles HTTP/2.0\r\nHost: a\r\n\r\n"})
    void refusesVersionsThatAreNotSpoken(String request) {
        assertThat(raw(request)).contains("\"code\":\"HTTP_VERSION_NOT_SUPPORTED\"", "\"status\":\"505\"");
    }

    @Test
    void saysThatALengthStandsBesideACoding() {
        assertThat(raw(GET + "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n" + END))
                .contains("Content-Length stands beside Transfer-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE /api/roles", "GET //api//roles", "GET /api/../roles", "GET /api/%zz"})
    void letsNobodyKeepWhatTheServerRefuses(String line) {
        assertThat(raw(line + " HTTP/1.1\r\nHost: a\r\n" + END)).contains("no-store", "nosniff");
    }

    @Test
    void refusesAHeaderThatIsTooLarge() {
        assertThat(raw(GET + "Host: a\r\nX-Large: " + "x".repeat(10_000) + "\r\n" + END))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"HEADERS_TOO_LARGE\"");
    }

    @Test
    void refusesTenThousandParameters() {
        var parameters = new StringBuilder("a=1");
        for (int i = 0; i < 900; i++) {
            parameters.append("&b").append(i).append("=1");
        }
        assertThat(raw("GET /api/filtered?" + parameters + " HTTP/1.1\r\nHost: a\r\n" + END))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"BAD_REQUEST\"");
    }

    private static void refused(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"BAD_REQUEST\"")
                .contains("nosniff");
    }
}
