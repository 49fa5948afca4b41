package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerEvent;
import io.keyledger.kernel.customer.CustomerGroupEvent;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link Details} says nothing of kinds of events that it does not know: an entry of one would be empty, unless a
 * resource shows what it changed. Whoever adds a kind says here which it is.
 */
class DetailsTest {
    /** Each of their events has a case there. */
    private static final Set<Class<?>> WITH_DETAILS = Set.of(AppEvent.class, AppUseEvent.class, SecurityEvent.class);

    private static final Set<Class<?>> CHANGING_RESOURCES_ONLY = Set.of(
            OrganizationEvent.class,
            CredentialPolicyChanged.class,
            MembershipEvent.class,
            RoleEvent.class,
            UserEvent.class,
            CustomerEvent.class,
            CustomerGroupEvent.class,
            LabelEvent.class);

    /** It records a checkpoint of the log, and has no entry. */
    private static final Class<?> WITHOUT_ENTRY = AuditCheckpointSigned.class;

    @Test
    void areDecidedForEveryEventThatHasAWord() {
        assertThat(EventWords.all().keySet())
                .allSatisfy(event -> assertThat(Stream.concat(
                                Stream.concat(WITH_DETAILS.stream(), CHANGING_RESOURCES_ONLY.stream()),
                                Stream.of(WITHOUT_ENTRY)))
                        .as(event.getSimpleName())
                        .anyMatch(kind -> kind.isAssignableFrom(event)));
    }
}
