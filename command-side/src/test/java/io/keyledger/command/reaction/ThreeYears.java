package io.keyledger.command.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.app.AddCertificate;
import io.keyledger.command.app.AddClientSecret;
import io.keyledger.command.app.DeleteApp;
import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.Overlap;
import io.keyledger.command.app.RedirectUris;
import io.keyledger.command.app.RegisterApp;
import io.keyledger.command.app.RemoveCertificate;
import io.keyledger.command.app.RemoveClientSecret;
import io.keyledger.command.app.RotateClientSecret;
import io.keyledger.command.app.SecretDuration;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A history of three years, made up as it goes: adding, rotating, removing, nothing; restarts, times out of service. */
final class ThreeYears {
    private static final Instant START = Instant.parse("2024-02-29T10:00:00Z");
    private static final Instant STOP = Instant.parse("2027-03-01T00:00:00Z");
    private static final Duration LATER = Duration.ofDays(4 * 365);

    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final List<String> apps = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<String> certificates = new ArrayList<>();
    private final Expected expected = new Expected();
    private int ids;

    private final Random random;
    private final int count;
    private final String[] settings;

    ThreeYears(Random random, int count, String... settings) {
        this.random = random;
        this.count = count;
        this.settings = settings;
    }

    void live() throws IOException {
        var directory = Files.createTempDirectory("years");
        try {
            SimulatedTime.set(START);
            start(directory);
            while (SimulatedTime.now().isBefore(STOP)) {
                SimulatedTime.advance(
                        Duration.ofHours(random.nextInt(20 * 24))); // often to the very moment something is due
                if (random.nextInt(25) == 0) {
                    restart(directory);
                }
                if (random.nextInt(3) > 0) {
                    look();
                }
                act();
            }
            SimulatedTime.advance(LATER);
            look();
            look();
        } finally {
            nodes.forEach(ConfigurableApplicationContext::close);
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private void start(Path directory) {
        nodes.clear();
        for (int node = 0; node < count; node++) {
            nodes.add(CommandSide.start(directory.resolve("node" + node), List.of(SimulatedTime.class), settings));
        }
    }

    private void restart(Path directory) {
        if (random.nextBoolean()) {
            var node = nodes.getFirst();
            var tables = node.getBean(JdbcClient.class);
            node.getBean(LedgerTransactions.class)
                    .run(() -> tables.sql("DELETE FROM expiry_schedule").update());
        }
        nodes.forEach(ConfigurableApplicationContext::close);
        start(directory);
    }

    /** All nodes at once. */
    private void look() {
        expected.look(CommandSide.events(nodes.getFirst()), SimulatedTime.now());
        nodes.stream()
                .map(node -> node.getBean(ExpiryReaction.class))
                .map(reaction -> CompletableFuture.runAsync(() -> lookUntilDone(reaction)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(Expected.recorded(CommandSide.events(nodes.getFirst()))).isEqualTo(expected.records());
    }

    private static void lookUntilDone(ExpiryReaction reaction) {
        while (reaction.round()) {
            Thread.onSpinWait();
        }
    }

    private void act() {
        try {
            send(command());
        } catch (Refused refused) {
            assertThat(refused.refusals()).isNotEmpty(); // there is no such credential any more, or there are too many
        }
    }

    private void send(Object command) {
        nodes.get(random.nextInt(nodes.size())).getBean(Commands.class).send(command, Actors.system());
    }

    private Object command() {
        if (apps.isEmpty() || random.nextInt(8) == 0) {
            return register();
        }
        var number = random.nextInt(apps.size());
        var app = new AppId(apps.get(number));
        return switch (random.nextInt(8)) {
            case 0, 1 -> new AddClientSecret(app, secret(), null, duration());
            case 2, 3 -> new AddCertificate(app, new CertificateId(add(certificates, "cert")), null, certificate());
            case 4 ->
                new RotateClientSecret(
                        app,
                        new SecretId(any(secrets)),
                        secret(),
                        new Overlap(Duration.ofDays(random.nextInt(90))),
                        null);
            case 5 -> new RemoveClientSecret(app, new SecretId(any(secrets)), true, null);
            case 6 -> new RemoveCertificate(app, new CertificateId(any(certificates)), true, null);
            default -> random.nextInt(3) == 0 ? delete(number) : register();
        };
    }

    private DeleteApp delete(int number) {
        return new DeleteApp(new AppId(apps.remove(number)), null);
    }

    private RegisterApp register() {
        var app = NewApp.of(
                        new OrganizationId("org0000001"),
                        "sales_channel",
                        Mode.TEST,
                        "client-" + ++ids,
                        new Name("Shop"))
                .secret(new FirstSecret(secret(), SecretDuration.P1Y))
                .build();
        return new RegisterApp(new AppId(add(apps, "appx")), app, RedirectUris.NONE, null);
    }

    private HashedSecret secret() {
        var id = add(secrets, "secr");
        return new HashedSecret(new SecretId(id), "abcd", "verifier-of-" + id, "p1");
    }

    private ClientCertificate certificate() {
        var now = SimulatedTime.now();
        var end = now.plus(Duration.ofHours(1 + random.nextInt(500 * 24)));
        return new ClientCertificate("CN=a", "CN=a", "1", "s1", "thumb-" + ++ids, "EC", 256, now, end, "");
    }

    private SecretDuration duration() {
        return SecretDuration.parse("P" + (1 + random.nextInt(3)) + "Y");
    }

    private String add(List<String> known, String prefix) {
        known.add("%s%06d".formatted(prefix, ++ids));
        return known.getLast();
    }

    /** Recent ones rather than those that are gone long since. */
    private String any(List<String> known) {
        return known.isEmpty() ? "unknown001" : known.get(Math.max(0, known.size() - 1 - random.nextInt(12)));
    }
}
