package io.keyledger.command.app.web;

import io.keyledger.command.app.AppChange;
import io.keyledger.command.app.AssignRole;
import io.keyledger.command.app.ChangeAppLabels;
import io.keyledger.command.app.ChangeRedirectUri;
import io.keyledger.command.app.ChangeRedirectUris;
import io.keyledger.command.app.ChangeTokenLifetime;
import io.keyledger.command.app.ChangeTokenScope;
import io.keyledger.command.app.DescribeApp;
import io.keyledger.command.app.RedirectUri;
import io.keyledger.command.app.RenameApp;
import io.keyledger.command.app.Representation;
import io.keyledger.command.app.SetAppEnabled;
import io.keyledger.command.app.TokenLifetime;
import io.keyledger.command.value.Name;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The attributes of an app in requests: one table for registering and for changing. Which of them a representation has
 * is in its resource description; {@link ResourceInput} refuses all others.
 */
@Component
class AttributeTable {
    private static final String DISABLE = "_disable";
    private static final String ENABLE = "_enable";

    /** Those that the event of the registration has. */
    private final List<Line> registered;

    /** Those that a new app may have besides. */
    private final List<Line> added;

    /** What only an existing app can be asked for; {@link Registration} sets the labels of a new one. */
    private final List<Line> later;

    AttributeTable(AccessCheck access, TokenScopes tokenScopes) {
        registered = List.of(
                line("name", asked -> new RenameApp(asked.app(), name(asked.input()))),
                line("expires_in", asked -> new ChangeTokenLifetime(asked.app(), lifetime(asked.input()))),
                line("redirect_uri", asked -> new ChangeRedirectUri(asked.app(), redirectUri(asked.input()))),
                line(
                        RedirectAddresses.ATTRIBUTE,
                        asked -> new ChangeRedirectUris(asked.app(), RedirectAddresses.of(asked.input()))),
                new Line(input -> input.hasRelated("role"), asked -> role(asked, access)));
        added = List.of(
                line(
                        "description",
                        asked -> new DescribeApp(asked.app(), asked.input().string("description"))),
                new Line(
                        tokenScopes::areIn,
                        asked -> new ChangeTokenScope(
                                asked.app(), tokenScopes.of(asked.input(), asked.organization()))));
        later = List.of(
                new Line(input -> input.isTrue(DISABLE) || input.isTrue(ENABLE), AttributeTable::setEnabled),
                new Line(Inputs::hasLabels, asked -> new ChangeAppLabels(asked.app(), Inputs.labels(asked.input()))));
    }

    /**
     * A request about one app.
     *
     * @param app            the id it has, or gets
     * @param organization   that owns it
     * @param representation that of the request
     */
    record Asked(
            Caller caller,
            AppId app,
            OrganizationId organization,
            Representation representation,
            ResourceInput input) {}

    /** The changes of a new app that the event of its registration does not have. */
    List<AppChange> ofNew(Asked asked) {
        return changes(added.stream(), asked);
    }

    /** The changes that a request asks for. */
    List<AppChange> changed(Asked asked) {
        return changes(Stream.of(registered, added, later).flatMap(List::stream), asked);
    }

    static Name name(ResourceInput input) {
        return new Name(input.required("name"));
    }

    static @Nullable TokenLifetime lifetime(ResourceInput input) {
        var seconds = input.integer("expires_in");
        return seconds == null ? null : new TokenLifetime(seconds);
    }

    static @Nullable RedirectUri redirectUri(ResourceInput input) {
        var address = input.string("redirect_uri");
        return address == null || address.isBlank() ? null : new RedirectUri(address);
    }

    /** Refuses an app that changes its own role. */
    private static AppChange role(Asked asked, AccessCheck access) {
        var caller = asked.caller();
        AccessCheck.require(
                caller.isUser() || !caller.actorId().equals(asked.app().value()));
        var role = access.grantable(caller, asked.input().related("role"), asked.organization());
        return new AssignRole(asked.app(), role, asked.representation());
    }

    private static AppChange setEnabled(Asked asked) {
        var enabled = asked.input().isTrue(ENABLE);
        if (enabled && asked.input().isTrue(DISABLE)) {
            throw new InvalidValue(
                    Refusal.ofField(ENABLE, "present", "must be blank when the app is disabled at once"));
        }
        return new SetAppEnabled(asked.app(), enabled);
    }

    private static List<AppChange> changes(Stream<Line> lines, Asked asked) {
        return lines.filter(line -> line.given().test(asked.input()))
                .map(line -> line.change().apply(asked))
                .toList();
    }

    private static Line line(String attribute, Function<Asked, AppChange> change) {
        return new Line(input -> input.has(attribute), change);
    }

    /**
     * One line of the table.
     *
     * @param given  whether a request gives the attribute
     * @param change the change it then asks for
     */
    private record Line(Predicate<ResourceInput> given, Function<Asked, AppChange> change) {}
}
