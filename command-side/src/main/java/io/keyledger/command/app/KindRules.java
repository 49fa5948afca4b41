package io.keyledger.command.app;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Checks a new or changed app against the kind table. Source: CONTRACT part B, section 4. */
final class KindRules {
    private KindRules() {}

    /** The kind of that name; refused when it is unknown or of another group. */
    static Kind of(Kinds kinds, String name, Kind.Group group) {
        var kind = group == Kind.Group.SYSTEM ? known(kinds, name) : open(kinds, name);
        if (kind.group() != group) {
            throw unknown();
        }
        return kind;
    }

    /** The kind of that name; refused when it is unknown or may not be forked. */
    static Kind forkable(Kinds kinds, String name) {
        var kind = open(kinds, name);
        if (!kind.forkable()) {
            throw new RuleViolation(Refusal.ofField("custom", "inclusion", "no app of this kind can be forked"));
        }
        return kind;
    }

    private static Kind open(Kinds kinds, String name) {
        var kind = known(kinds, name);
        if (kind.group() == Kind.Group.SYSTEM) {
            throw systemApp();
        }
        return kind;
    }

    private static Kind known(Kinds kinds, String name) {
        var kind = kinds.find(name);
        if (kind == null) {
            throw unknown();
        }
        return kind;
    }

    private static RuleViolation unknown() {
        return new RuleViolation(Refusal.ofField("kind", "inclusion", "is not included in the list"));
    }

    static void check(Kind kind, NewRegistration command) {
        var app = command.app();
        new Faults()
                .and(roleFault(kind, command.role(), app.organizationId().value(), app.representation()))
                .and(redirectFault(kind, command.custom(), command.redirectUris(), app.representation()))
                .refuseIfAny();
    }

    /** What is wrong with the role, or null. */
    static @Nullable Refusal roleFault(
            Kind kind, @Nullable RoleInOrganization role, String organizationId, Representation representation) {
        if (role == null) {
            return kind.role() == Kind.RoleRule.REQUIRED && representation.needsRole()
                    ? Refusal.ofField("role", "blank", "can't be blank")
                    : null;
        }
        if (kind.role() != Kind.RoleRule.REQUIRED) {
            return Refusal.ofField("role", "present", "must be blank: an app of this kind is given no role");
        }
        return role.isOf(organizationId) ? null : RoleInOrganization.FOREIGN;
    }

    /** What is wrong with the redirect URIs, or null. */
    static @Nullable Refusal redirectFault(
            Kind kind, boolean custom, RedirectUris addresses, Representation representation) {
        if (!addresses.isEmpty()) {
            return kind.redirectUri() == Kind.RedirectRule.NONE
                    ? Refusal.ofField(
                            representation.addressField(), "present", "must be blank: an app of this kind has none")
                    : null;
        }
        var required = switch (kind.redirectUri()) {
            case REQUIRED -> true;
            case WHEN_CUSTOM -> custom;
            case OPTIONAL, NONE -> false;
        };
        return required ? Refusal.ofField(representation.addressField(), "blank", "can't be blank") : null;
    }

    static RuleViolation systemApp() {
        return new RuleViolation(
                new Refusal(ErrorCode.SYSTEM_APP, "the service makes and keeps such apps; nobody else changes them"));
    }
}
