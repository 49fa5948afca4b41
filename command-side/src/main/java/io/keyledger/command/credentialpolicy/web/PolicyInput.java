package io.keyledger.command.credentialpolicy.web;

import io.keyledger.command.credentialpolicy.PolicyChange;
import io.keyledger.command.value.Given;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.expiry.NoticeDays;
import org.jspecify.annotations.Nullable;

/** Reads the change of a policy from a request. */
final class PolicyInput {
    private static final String NOTICES = "expiry_notices";

    private PolicyInput() {}

    static PolicyChange of(ResourceInput input) {
        return new PolicyChange(
                given(input, "client_secrets_allowed", input.bool("client_secrets_allowed")),
                term(input, "max_secret_duration"),
                term(input, "max_certificate_duration"),
                given(input, "max_token_lifetime", input.integer("max_token_lifetime")),
                given(input, "max_live_secrets", input.integer("max_live_secrets")),
                given(input, NOTICES, new NoticeDays(input.integers(NOTICES))),
                term(input, "unused_after"),
                given(input, "enforce_on_tokens", input.bool("enforce_on_tokens")));
    }

    private static Given<Term> term(ResourceInput input, String attribute) {
        var text = input.string(attribute);
        return given(input, attribute, text == null ? null : Term.parse(text));
    }

    private static <T> Given<T> given(ResourceInput input, String attribute, @Nullable T value) {
        return input.has(attribute) ? Given.of(value) : Given.absent();
    }
}
