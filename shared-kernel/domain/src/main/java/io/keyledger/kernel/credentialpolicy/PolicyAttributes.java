package io.keyledger.kernel.credentialpolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy by the names of its attributes in the API, in JSON types: as it is shown, and as views keep it. */
public final class PolicyAttributes {
    private static final String SECRETS_ALLOWED = "client_secrets_allowed";
    private static final String SECRET_DURATION = "max_secret_duration";
    private static final String CERTIFICATE_DURATION = "max_certificate_duration";
    private static final String TOKEN_LIFETIME = "max_token_lifetime";
    private static final String LIVE_SECRETS = "max_live_secrets";
    private static final String NOTICES = "expiry_notices";
    private static final String UNUSED_AFTER = "unused_after";
    private static final String ENFORCED = "enforce_on_tokens";

    private PolicyAttributes() {}

    /** The policy after the event; a new map, which the caller may add to. */
    public static Map<String, @Nullable Object> of(CredentialPolicyChanged event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(SECRETS_ALLOWED, event.clientSecretsAllowed());
        values.put(SECRET_DURATION, event.maxSecretDuration());
        values.put(CERTIFICATE_DURATION, event.maxCertificateDuration());
        values.put(TOKEN_LIFETIME, event.maxTokenLifetime());
        values.put(LIVE_SECRETS, event.maxLiveSecrets());
        values.put(NOTICES, event.expiryNotices());
        values.put(UNUSED_AFTER, event.unusedAfter());
        values.put(ENFORCED, event.enforceOnTokens());
        return values;
    }

    /** The policy that has all these values, among others. */
    public static CredentialPolicy policy(String organizationId, Map<String, ?> values) {
        return CredentialPolicy.after(new CredentialPolicyChanged(
                organizationId,
                (Boolean) value(values, SECRETS_ALLOWED),
                (String) values.get(SECRET_DURATION),
                (String) values.get(CERTIFICATE_DURATION),
                (Integer) values.get(TOKEN_LIFETIME),
                (Integer) values.get(LIVE_SECRETS),
                ((List<?>) value(values, NOTICES))
                        .stream().map(Integer.class::cast).toList(),
                (String) values.get(UNUSED_AFTER),
                (Boolean) value(values, ENFORCED)));
    }

    private static Object value(Map<String, ?> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }
}
