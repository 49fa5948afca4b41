package io.keyledger.authorization.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client with some of it changed. */
final class ClientEdit {
    private final Client before;
    private String name;
    private int lifetime;
    private @Nullable String roleId;
    private boolean disabled;
    private Reach reach;
    private List<Verifier> secrets;
    private List<KeyHolder> certificates;

    ClientEdit(Client before) {
        this.before = before;
        name = before.name();
        lifetime = before.lifetime();
        roleId = before.roleId();
        disabled = before.disabled();
        reach = before.reach();
        secrets = before.secrets();
        certificates = before.certificates();
    }

    ClientEdit name(String changed) {
        name = changed;
        return this;
    }

    ClientEdit lifetime(int changed) {
        lifetime = changed;
        return this;
    }

    ClientEdit role(@Nullable String changed) {
        roleId = changed;
        return this;
    }

    ClientEdit disabled(boolean changed) {
        disabled = changed;
        return this;
    }

    ClientEdit reach(Reach changed) {
        reach = changed;
        return this;
    }

    ClientEdit secrets(List<Verifier> changed) {
        secrets = changed;
        return this;
    }

    ClientEdit certificates(List<KeyHolder> changed) {
        certificates = changed;
        return this;
    }

    Client done() {
        return new Client(
                before.appId(),
                before.organizationId(),
                before.kind(),
                before.mode(),
                before.clientId(),
                name,
                lifetime,
                roleId,
                before.userId(),
                disabled,
                reach,
                secrets,
                certificates);
    }
}
