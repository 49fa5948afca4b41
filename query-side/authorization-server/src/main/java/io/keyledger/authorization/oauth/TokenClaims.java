package io.keyledger.authorization.oauth;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.directory.ScopeEntry;
import io.keyledger.authorization.jwt.AccessToken;
import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.authorization.jwt.ProvisioningApi;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.kind.Kinds;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The claims of tokens: RFC 9068 section 2.2 in the OAuth profile, CONTRACT part B section 2.4 in the other,
 * Keyledger's own in both.
 */
final class TokenClaims {
    private static final int ID_BYTES = 16;
    private static final int MOST_IDS = 50;

    private final Issuer issuer;
    private final Directory directory;
    private final Kinds kinds;
    private final Randomness randomness;

    TokenClaims(Issuer issuer, Directory directory, Kinds kinds, Randomness randomness) {
        this.issuer = issuer;
        this.directory = directory;
        this.kinds = kinds;
        this.randomness = randomness;
    }

    /**
     * The claims of a new token; in the OAuth profile the audience is this service's API for its scope, else the
     * issuer.
     */
    Map<String, Object> of(Profile profile, AuthenticatedClient authenticated, String scope, Instant issuedAt) {
        var client = authenticated.client();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer.value());
        if (profile == Profile.OAUTH) {
            claims.put("sub", Objects.requireNonNullElse(client.userId(), client.clientId()));
            claims.put("aud", ProvisioningApi.isAskedFor(scope) ? ProvisioningApi.audience(issuer) : issuer.value());
            claims.put("client_id", client.clientId());
        } else {
            claims.put("rand", randomness.fraction());
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.getEpochSecond() + client.lifetime());
        claims.put("jti", Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(ID_BYTES)));
        claims.put("scope", scope);
        var credential = authenticated.credential();
        if (credential != null) {
            claims.put(AccessToken.CREDENTIAL_ID, credential.id());
        }
        claims.put(AccessToken.GENERATION, client.generation());
        claims.put("application", application(client, authenticated.confidential()));
        putOwner(claims, client);
        return claims;
    }

    private Map<String, Object> application(AppEntry client, boolean confidential) {
        var application = new LinkedHashMap<String, Object>();
        application.put("id", client.appId());
        application.put("kind", client.kind());
        application.put("client_id", client.clientId());
        application.put("public", !kinds.get(client.kind()).confidential());
        application.put("confidential", confidential);
        return application;
    }

    /**
     * The customers that the token is limited to. More than 50 ids are left out: the resource server reads them from
     * the API.
     */
    private static Map<String, Object> customerScope(ScopeEntry scope) {
        var ids = scope.customerIds().isEmpty() ? scope.customerGroupIds() : scope.customerIds();
        return ids.isEmpty() || ids.size() > MOST_IDS
                ? Map.of("type", scope.customerScope())
                : Map.of("type", scope.customerScope(), "ids", ids);
    }

    private void putOwner(Map<String, Object> claims, AppEntry client) {
        if (client.userId() != null) {
            claims.put("user", Map.of("id", client.userId()));
            claims.put(AccessToken.DEPARTURES, directory.departures(client.userId()));
            claims.put("test", false);
            return;
        }
        var organization = directory.organization(client.organizationId());
        if (organization != null) {
            var claim = new LinkedHashMap<String, Object>();
            claim.put("id", organization.id());
            claim.put("slug", organization.slug());
            claim.put("enterprise", true);
            claim.put("region", organization.region());
            claims.put("organization", claim);
        }
        claims.put("test", client.test());
        claims.put("customer_scope", customerScope(client.tokenScope()));
    }
}
