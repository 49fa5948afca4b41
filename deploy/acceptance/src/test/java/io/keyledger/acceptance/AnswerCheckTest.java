package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of every answer finds wrong ones, and no others. */
class AnswerCheckTest {
    private static final String JSON_API = "application/vnd.api+json";
    private static final Contract CONTRACT = new Contract("""
            {
              "openapi": "3.1.0",
              "info": {"title": "Coins", "version": "1"},
              "paths": {"/coins/{id}": {"get": {"operationId": "getCoin", "responses": {
                "200": {
                  "description": "As asked for.",
                  "headers": {"X-Id": {"$ref": "#/components/headers/ID"}, "X-Left": {"schema": {"type": "integer"}}},
                  "content": {"application/vnd.api+json": {"schema": {"$ref": "#/components/schemas/Coin"}}}},
                "204": {"description": "Done."}
              }}}},
              "components": {
                "headers": {"ID": {"required": true, "schema": {"type": "string"}}},
                "schemas": {"Coin": {
                  "type": "object", "required": ["worth"], "additionalProperties": false,
                  "properties": {"worth": {"type": "integer"}, "minted": {"type": "string", "format": "date-time"}}}}
              }
            }
            """);

    @Test
    void findsNothingInWhatIsAsPublished() {
        assertThat(faults(200, JSON_API + ";charset=UTF-8", "{'worth':5,'minted':'2026-11-23T04:00:00.000Z'}"))
                .isEmpty();
        assertThat(faults(204, JSON_API, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "404 | application/vnd.api+json | {'worth':5}             | the status 404 is not documented",
                "200 | application/vnd.api+json | {}                      | worth",
                "200 | application/vnd.api+json | {'worth':5,'colour':1}  | colour",
                "200 | application/vnd.api+json | {'worth':'5'}           | integer",
                "200 | application/vnd.api+json | {'worth':5,'minted':0}  | string",
                "200 | application/vnd.api+json | []                      | object",
                "200 | application/json         | {'worth':5}             | the media type application/json is not documented",
                "200 | application/vnd.api+json | \"\"                    | no body",
                "204 | application/vnd.api+json | {}                      | a body that is not documented"
            })
    void findsWhatIsWrong(int status, String mediaType, String body, String fault) {
        assertThat(faults(status, mediaType, body)).singleElement().asString().contains(fault);
    }

    @Test
    void findsAMissingHeaderAndAWrongOne() {
        var answer = new Answer(200, headers(Map.of("Content-Type", JSON_API, "X-Left", "\"many\"")), "{\"worth\":5}");

        assertThat(check(answer))
                .hasSize(2)
                .anyMatch(fault -> fault.equals("the header X-Id is missing"))
                .anyMatch(fault -> fault.startsWith("X-Left: "));
    }

    private static List<String> faults(int status, String mediaType, String body) {
        var headers = headers(Map.of("Content-Type", mediaType, "X-Id", "one", "X-Left", "3"));
        return check(new Answer(status, headers, body.replace('\'', '"')));
    }

    private static List<String> check(Answer answer) {
        var operation = CONTRACT.operation("GET", "/coins/5?fields=worth").orElseThrow();
        return new AnswerCheck(CONTRACT, operation).faults(answer);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        var lists = values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
