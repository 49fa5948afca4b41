package io.keyledger.authorization.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of an app with some attributes changed. */
final class AppEntryEdit {
    private final AppEntry before;
    private String organizationId;
    private String name;
    private int lifetime;
    private @Nullable String roleId;
    private boolean disabled;
    private long generation;
    private Instant tokensSince;
    private ScopeEntry tokenScope;
    private List<ClientSecretEntry> secrets;
    private List<CertificateEntry> certificates;

    AppEntryEdit(AppEntry before) {
        this.before = before;
        organizationId = before.organizationId();
        name = before.name();
        lifetime = before.lifetime();
        roleId = before.roleId();
        disabled = before.disabled();
        generation = before.generation();
        tokensSince = before.tokensSince();
        tokenScope = before.tokenScope();
        secrets = before.secrets();
        certificates = before.certificates();
    }

    AppEntryEdit organization(String changed) {
        organizationId = changed;
        return this;
    }

    AppEntryEdit name(String changed) {
        name = changed;
        return this;
    }

    AppEntryEdit lifetime(int changed) {
        lifetime = changed;
        return this;
    }

    AppEntryEdit role(@Nullable String changed) {
        roleId = changed;
        return this;
    }

    AppEntryEdit disabled(boolean changed) {
        disabled = changed;
        return this;
    }

    AppEntryEdit nextGeneration(Instant at) {
        generation++;
        tokensSince = at;
        return this;
    }

    AppEntryEdit tokenScope(ScopeEntry changed) {
        tokenScope = changed;
        return this;
    }

    AppEntryEdit secrets(List<ClientSecretEntry> changed) {
        secrets = changed;
        return this;
    }

    AppEntryEdit certificates(List<CertificateEntry> changed) {
        certificates = changed;
        return this;
    }

    AppEntry done() {
        return new AppEntry(
                before.appId(),
                organizationId,
                before.kind(),
                before.mode(),
                before.clientId(),
                name,
                lifetime,
                roleId,
                before.userId(),
                disabled,
                generation,
                tokensSince,
                tokenScope,
                secrets,
                certificates);
    }
}
