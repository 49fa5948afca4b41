package io.keyledger.command.reservation;

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
 * {@link ReservationProjector} passes over kinds of events that it does not know. Whoever adds a kind says here whether
 * one of its events takes or frees a value that is given once only.
 */
class ReservedValuesTest {
    /** Each of their events has a case there. */
    private static final Set<Class<?>> LOOKED_AT =
            Set.of(OrganizationEvent.class, UserEvent.class, MembershipEvent.class, AppEvent.class);

    private static final Set<Class<?>> RESERVING_NOTHING = Set.of(
            AppUseEvent.class,
            RoleEvent.class,
            CustomerEvent.class,
            CustomerGroupEvent.class,
            SecurityEvent.class,
            LabelEvent.class,
            CredentialPolicyChanged.class,
            AuditCheckpointSigned.class);

    @Test
    void areDecidedForEveryEventThatHasAWord() {
        assertThat(EventWords.all().keySet())
                .allSatisfy(event -> assertThat(Stream.concat(LOOKED_AT.stream(), RESERVING_NOTHING.stream()))
                        .as(event.getSimpleName())
                        .anyMatch(kind -> kind.isAssignableFrom(event)));
    }
}
