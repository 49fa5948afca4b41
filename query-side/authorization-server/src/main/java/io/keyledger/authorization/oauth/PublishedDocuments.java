package io.keyledger.authorization.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.keyledger.authorization.assertion.AssertionSettings;
import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.authorization.jwt.ProvisioningApi;
import io.keyledger.authorization.key.SigningKeys;
import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.http.openapi.Described;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public documents of this authorization server: the keys, and the metadata (RFC 8414), which lists only what is
 * supported. Spring Security's own metadata filter cannot leave out the authorization endpoint.
 */
@RestController
class PublishedDocuments {
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final List<String> CONFIDENTIAL =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt");

    private static final Map<String, String> ENDPOINTS = Map.of(
            "token", AuthorizationServer.TOKEN,
            "revocation", AuthorizationServer.REVOKE,
            "introspection", AuthorizationServer.INTROSPECT);

    private final SigningKeys keys;
    private final Issuer issuer;
    private final AssertionSettings assertions;
    private final MutualTls tls;

    PublishedDocuments(SigningKeys keys, Issuer issuer, AssertionSettings assertions, MutualTls tls) {
        this.keys = keys;
        this.issuer = issuer;
        this.assertions = assertions;
        this.tls = tls;
    }

    /** The public halves of all signing keys, those that will sign later and those that signed before included. */
    @Described(value = "Show the public keys", answers = OAuthContract.KEYS)
    @GetMapping(
            path = {"/oauth/jwks", "/.well-known/jwks.json"},
            produces = "application/json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(new JWKSet(keys.published()).toJSONObject());
    }

    /** The addresses of the endpoints and the methods they support. */
    @Described(value = "Show the OAuth metadata", answers = OAuthContract.METADATA)
    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = "application/json")
    ResponseEntity<Map<String, Object>> metadata() {
        var address = issuer.value();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", address);
        metadata.put("jwks_uri", address + "/oauth/jwks");
        putEndpoint(metadata, "token", Stream.concat(confidential(), Stream.of("none")));
        putEndpoint(metadata, "revocation", confidential());
        putEndpoint(metadata, "introspection", confidential());
        if (tls.isOn()) {
            putMutualTls(metadata);
        }
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put("response_types_supported", List.of());
        metadata.put("scopes_supported", List.of(Scopes.MARKET_ALL, ProvisioningApi.SCOPE));
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(metadata);
    }

    private Stream<String> confidential() {
        return tls.isOn()
                ? Stream.concat(CONFIDENTIAL.stream(), Stream.of("self_signed_tls_client_auth"))
                : CONFIDENTIAL.stream();
    }

    /** RFC 8705 sections 3.3 and 5. */
    private void putMutualTls(Map<String, Object> metadata) {
        var aliases = new TreeMap<String, String>();
        ENDPOINTS.forEach((name, path) -> aliases.put(name + "_endpoint", tls.address() + path));
        metadata.put("tls_client_certificate_bound_access_tokens", true);
        metadata.put("mtls_endpoint_aliases", aliases);
    }

    private void putEndpoint(Map<String, Object> metadata, String name, Stream<String> methods) {
        var endpoint = name + "_endpoint";
        metadata.put(endpoint, issuer.value() + ENDPOINTS.get(name));
        metadata.put(endpoint + "_auth_methods_supported", methods.toList());
        metadata.put(endpoint + "_auth_signing_alg_values_supported", assertions.algorithms());
    }
}
