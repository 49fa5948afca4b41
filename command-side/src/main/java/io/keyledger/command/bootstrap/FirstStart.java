package io.keyledger.command.bootstrap;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Name;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refused;
import java.io.IOException;
import java.util.HashMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty ledger before the service reports itself ready. The file with the owner's credentials is on the disk before
 * the one commit that makes them work, so there is no moment at which a crash leaves a ledger without known credentials: as
 * long as the ledger is empty the next start writes the file anew, and once it is not, the file was there. A node that finds
 * events, its own or another's, makes nothing, whether or not the file is still there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(BootstrapSettings.class)
class FirstStart implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final EventStore events;
    private final BootstrapSettings settings;
    private final BootstrapFile file;
    private final SecretGenerator secrets;
    private final Randomness randomness;
    private final Commands commands;
    private final ObjectProvider<ResourceAnswers> answers;

    FirstStart(
            EventStore events,
            BootstrapSettings settings,
            BootstrapFile file,
            SecretGenerator secrets,
            Randomness randomness,
            Commands commands,
            ObjectProvider<ResourceAnswers> answers) {
        this.events = events;
        this.settings = settings;
        this.file = file;
        this.secrets = secrets;
        this.randomness = randomness;
        this.commands = commands;
        this.answers = answers;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (isEmpty()) {
            found();
            answers.ifAvailable(ResourceAnswers::awaitWritten);
        }
    }

    private boolean isEmpty() {
        return events.createHeadToken() == null;
    }

    private void found() throws IOException {
        var organization = new OrganizationId(randomness.id());
        var clientId = randomness.clientId();
        var secret = secrets.create("live");
        file.write(organization, clientId, secret);
        var founding = new InitializeLedger(
                new UserId(randomness.id()),
                new EmailAddress(settings.email()),
                organization,
                new Name(settings.organization()),
                clientId,
                secret.hashed());
        var metadata = new HashMap<>(Actors.system());
        metadata.put(MetaKey.ORGANIZATION_ID, organization.value());
        try {
            commands.send(founding, metadata);
            log.info("First start: the owner's client id and secret are in {}", file.path());
        } catch (Refused refused) {
            settle(organization, refused);
        }
    }

    /** Keeps the file only when this node's commit has won: others may do the same, and an outcome may be unknown. */
    private void settle(OrganizationId organization, Refused refused) throws IOException {
        if (isEmpty()) {
            throw refused;
        }
        if (events.lastSequenceNumberFor(organization.value()).isEmpty()) {
            file.remove();
        }
    }
}
