package io.keyledger.authorization.oauth;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Endpoint;
import io.keyledger.http.openapi.Endpoint.Answer;
import io.keyledger.http.openapi.Endpoint.Body;
import io.keyledger.http.openapi.Endpoint.Door;
import io.keyledger.http.openapi.Headers;
import io.keyledger.http.openapi.Refusals;
import io.keyledger.http.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Requests and answers of the endpoints that take client credentials, for the published contract. */
@Component
class OAuthContract implements ContractPart {
    static final String KEYS = "JsonWebKeySet";
    static final String METADATA = "AuthorizationServerMetadata";
    private static final String DEFAULT_SCOPE =
            "At most 100 words separated by blanks, of those the app may ask for; one that makes the token longer than"
                    + " 4096 characters is an invalid_scope. `provisioning-api`, alone, opens the API of this service: user"
                    + " tokens have it without asking, integrations with a role ask for it. Left out or empty: all"
                    + " permissions of the app; without any, `market:all`.";
    private static final String ERROR = "OAuthError";
    private static final String TOKEN = "AccessToken";
    private static final String INTROSPECTION = "Introspection";
    private static final String NOTHING = "Revoked";

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                endpoint(
                        AuthorizationServer.TOKEN,
                        "issueToken",
                        "Issue an access token",
                        "A form is answered as RFC 6749 says, with a token of RFC 9068; JSON in the provisioning dialect.",
                        Schema.object()
                                .member("grant_type", Schema.only("client_credentials"))
                                .requiringAll(),
                        Map.of(
                                "scope",
                                text().with("description", DEFAULT_SCOPE).with("maxLength", Scopes.LONGEST)),
                        TOKEN),
                endpoint(
                        AuthorizationServer.INTROSPECT,
                        "introspectToken",
                        "Say whether a token is alive",
                        "Of the client's own organization, or of a user while it opens that; any other is not active (RFC 7662).",
                        ofToken(),
                        Map.of("token_type_hint", text()),
                        INTROSPECTION),
                endpoint(
                        AuthorizationServer.REVOKE,
                        "revokeToken",
                        "Revoke a token",
                        "The client's own; a dead or unknown one changes nothing (RFC 7009). When too many of a public app are"
                                + " revoked, 503 until others expire.",
                        ofToken(),
                        Map.of("token_type_hint", text()),
                        NOTHING));
    }

    @Override
    public Map<String, Schema> schemas() {
        var schemas = new LinkedHashMap<String, Schema>();
        schemas.put(
                TOKEN,
                Schema.object()
                        .member("access_token", text())
                        .member("token_type", Schema.oneOf(List.of("Bearer", "bearer")))
                        .member("expires_in", Schema.of("integer"))
                        .member("scope", text())
                        .requiringAll()
                        .member("created_at", Schema.of("integer")));
        schemas.put(
                INTROSPECTION,
                Schema.object()
                        .member("active", Schema.of("boolean"))
                        .requiringAll()
                        .open());
        schemas.put(NOTHING, Schema.object());
        schemas.put(ERROR, Schema.anyOf(List.of(plainError(), provisioningErrors())));
        schemas.put(
                KEYS,
                Schema.object()
                        .member(
                                "keys",
                                Schema.list(Schema.object()
                                        .member("kty", text())
                                        .member("kid", text())
                                        .member("use", text())
                                        .member("alg", text())
                                        .requiringAll()
                                        .open()))
                        .requiringAll());
        schemas.put(
                METADATA,
                Schema.object()
                        .member("issuer", Schema.text("uri"))
                        .member("token_endpoint", Schema.text("uri"))
                        .member("jwks_uri", Schema.text("uri"))
                        .requiringAll()
                        .open());
        return schemas;
    }

    private static Endpoint endpoint(
            String path,
            String id,
            String title,
            String detail,
            Schema needed,
            Map<String, Schema> optional,
            String answer) {
        var more = new TreeMap<>(optional);
        more.put("client_id", text());
        more.put("client_secret", text());
        more.put("client_assertion", text());
        more.put("client_assertion_type", Schema.oneOf(List.of(ClientCredentials.JWT_BEARER)));
        var form = needed.open();
        var json = form;
        for (var member : more.entrySet()) {
            form = form.member(member.getKey(), member.getValue());
            // null counts as left out
            json = json.member(member.getKey(), member.getValue().nullable());
        }
        return new Endpoint(
                "POST",
                path,
                id,
                "oauth",
                title,
                detail,
                Door.CLIENT,
                List.of(),
                new Body(true, Map.of("application/x-www-form-urlencoded", form, "application/json", json)),
                answers(answer),
                Refusals.NONE);
    }

    private static Map<Integer, Answer> answers(String name) {
        var answers = new LinkedHashMap<Integer, Answer>();
        answers.put(200, answer("As asked for.", Schema.named(name)));
        for (var status : OAuthErrors.statuses()) {
            answers.put(status.value(), answer(status.getReasonPhrase() + ".", Schema.named(ERROR), extra(status)));
        }
        return answers;
    }

    private static Headers[] extra(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> new Headers[] {Headers.AUTHENTICATE};
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> new Headers[] {Headers.RETRY_AFTER};
            default -> new Headers[0];
        };
    }

    private static Answer answer(String meaning, Schema schema, Headers... extra) {
        var headers = new ArrayList<>(List.of(Headers.REQUEST_ID, Headers.CACHE_CONTROL));
        headers.addAll(List.of(extra));
        return new Answer(meaning, headers, Map.of("application/json", schema));
    }

    private static Schema ofToken() {
        return Schema.object().member("token", text().with("minLength", 1)).requiringAll();
    }

    private static Schema plainError() {
        return Schema.object()
                .member("error", Schema.oneOf(OAuthErrors.codes()))
                .member("error_description", text())
                .requiringAll();
    }

    private static Schema provisioningErrors() {
        var error = Schema.object()
                .member("title", Schema.oneOf(OAuthErrors.codes()))
                .member("detail", text())
                .member("code", text())
                .member("status", Schema.of("integer"))
                .member("meta", Schema.of("object"))
                .requiringAll();
        return Schema.object()
                .member("errors", Schema.list(error).with("minItems", 1))
                .requiringAll();
    }

    private static Schema text() {
        return Schema.of("string");
    }
}
