package io.keyledger.authorization.oauth;

import io.keyledger.http.connection.ConnectorBounds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON body as request parameters. Unknown members are ignored, a known one that is empty or null counts as
 * left out; a member given twice, a body too long or nested too deep is an {@code invalid_request}.
 */
final class JsonParameters {
    private static final int LONGEST = ConnectorBounds.MAX_FORM;
    private static final int DEEPEST = 16;
    private static final Set<String> KNOWN = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "scope",
            "token",
            "token_type_hint");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonParameters() {}

    static Map<String, String[]> read(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw invalid();
        }
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            return parameters(parser);
        } catch (JacksonException e) {
            throw invalid();
        }
    }

    private static Map<String, String[]> parameters(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw invalid();
        }
        var parameters = new HashMap<String, String[]>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (KNOWN.contains(name)) {
                put(parameters, name, value, parser);
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw invalid();
        }
        return parameters;
    }

    private static void put(Map<String, String[]> parameters, String name, JsonToken value, JsonParser parser) {
        if (value == JsonToken.VALUE_STRING) {
            if (!parser.getString().isEmpty()) {
                parameters.put(name, new String[] {parser.getString()});
            }
        } else if (value != JsonToken.VALUE_NULL) {
            throw invalid();
        }
    }

    private static OAuth2AuthenticationException invalid() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
    }
}
