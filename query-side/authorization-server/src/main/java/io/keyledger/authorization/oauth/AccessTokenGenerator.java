package io.keyledger.authorization.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.authorization.key.SigningKeys;
import io.keyledger.authorization.mtls.PresentedCertificate;
import io.keyledger.authorization.use.CredentialUses;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Issues the access token: claims, signature, and an expiry after exactly the app's token lifetime. */
final class AccessTokenGenerator implements OAuth2TokenGenerator<OAuth2AccessToken> {
    /** Characters of a token: what checks tokens reads longer ones, but servers refuse headers from 8 KB on. */
    private static final int LONGEST = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenGenerator.class);

    private final TokenClaims claims;
    private final ClaimsJson json;
    private final SigningKeys keys;
    private final JWSAlgorithm oauthAlgorithm;
    private final CredentialUses uses;
    private final TokenMeters meters;
    private final Clock clock;

    AccessTokenGenerator(
            TokenClaims claims,
            ClaimsJson json,
            SigningKeys keys,
            JWSAlgorithm oauthAlgorithm,
            CredentialUses uses,
            TokenMeters meters,
            Clock clock) {
        this.claims = claims;
        this.json = json;
        this.keys = keys;
        this.oauthAlgorithm = oauthAlgorithm;
        this.uses = uses;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public OAuth2AccessToken generate(OAuth2TokenContext context) {
        if (!(context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant)) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE);
        }
        var client = AuthenticatedClient.of(grant);
        var issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var profile = ClientCredentialsRequest.profile(grant);
        var said = claims.of(profile, client, ClientCredentialsRequest.scope(grant), issuedAt);
        ClientCredentialsRequest.certificate(grant)
                .ifPresent(shown -> said.put(PresentedCertificate.CLAIM, shown.confirmation()));
        var content = json.bytes(said);
        var signed = switch (profile) {
            case OAUTH -> keys.sign(oauthAlgorithm, TokenCheck.AT_JWT, content);
            case PROVISIONING -> keys.sign(JWSAlgorithm.RS512, JOSEObjectType.JWT, content);
        };
        if (signed.length() > LONGEST) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        LOG.debug("Issued a token of {} seconds", client.client().lifetime());
        meters.issued(profile, client.getClientAuthenticationMethod());
        uses.issued(client.client(), client.credential());
        return new OAuth2AccessToken(
                TokenType.BEARER,
                signed,
                issuedAt,
                issuedAt.plusSeconds(client.client().lifetime()),
                grant.getScopes());
    }
}
