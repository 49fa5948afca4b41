package io.keyledger.command.organization.web;

import static io.keyledger.http.resources.Resources.USERS;

import io.keyledger.command.organization.Contact;
import io.keyledger.command.organization.Founder;
import io.keyledger.command.organization.Region;
import io.keyledger.command.organization.RegisterOrganization;
import io.keyledger.command.organization.Slug;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Name;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refused;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Registers an organization under a slug that is not taken yet. */
@Component
class OrganizationRegistration {
    private static final int TAIL_LENGTH = 6;
    private static final int ATTEMPTS = 3;

    private final ResourceLookup resources;
    private final Randomness randomness;

    OrganizationRegistration(ResourceLookup resources, Randomness randomness) {
        this.resources = resources;
        this.randomness = randomness;
    }

    void register(Caller caller, ResourceInput input, Creations.Fresh fresh) {
        var name = new Name(input.required("name"));
        var founder = founder(caller);
        var plain = Slug.of(name.value());
        var slug = plain;
        for (int attempt = 1; ; attempt++) {
            try {
                fresh.send(command(fresh.id(), name, slug, founder, input));
                return;
            } catch (Refused refused) {
                if (attempt == ATTEMPTS || !isSlugTaken(refused)) {
                    throw refused;
                }
                slug = plain.with(randomness.text(TAIL_LENGTH));
            }
        }
    }

    static Contact contact(ResourceInput input) {
        return new Contact(Inputs.text(input, "support_phone"), Inputs.text(input, "support_email"));
    }

    private static RegisterOrganization command(String id, Name name, Slug slug, Founder founder, ResourceInput input) {
        var region = input.string("region");
        return new RegisterOrganization(
                new OrganizationId(id),
                name,
                slug,
                region == null ? Region.DEFAULT : new Region(region),
                founder,
                contact(input),
                input.object("config"),
                Inputs.labels(input));
    }

    private Founder founder(Caller caller) {
        var user = Objects.requireNonNull(resources.find(USERS, caller.actorId()));
        return new Founder(new UserId(caller.actorId()), new EmailAddress(Inputs.text(user, "email")));
    }

    private static boolean isSlugTaken(Refused refused) {
        return refused.refusals().stream().anyMatch(r -> "slug".equals(r.field()) && "taken".equals(r.rule()));
    }
}
