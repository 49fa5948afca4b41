package io.keyledger.command.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.reaction.CommandSide;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // filled before each test
class FirstStartTest {
    @TempDir
    Path directory;

    @Test
    void fillsAnEmptyLedgerInOneGo() {
        try (var ledger = CommandSide.start(directory)) {
            assertThat(CommandSide.events(ledger).stream()
                            .map(e -> e.getPayloadType().getSimpleName()))
                    .containsExactlyInAnyOrder(
                            "UserRegistered",
                            "OrganizationRegistered",
                            "RoleDefined",
                            "RoleDefined",
                            "MemberInvited",
                            "MembershipActivated",
                            "AppRegistered",
                            "ClientSecretAdded",
                            "AppRegistered",
                            "ClientSecretAdded",
                            "AppRegistered",
                            "ClientSecretAdded");
        }
    }

    @Test
    void tellsTheOwnerCredentialsThatTheLedgerKnows() throws IOException {
        try (var ledger = CommandSide.start(directory)) {
            var told = told();
            assertThat(told.get("issuer")).isEqualTo("https://ledger.example");
            var app = payloads(ledger, AppRegistered.class)
                    .filter(e -> e.kind().equals("user"))
                    .findFirst()
                    .orElseThrow();
            var secret = payloads(ledger, ClientSecretAdded.class)
                    .filter(e -> e.appId().equals(app.appId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.get("client_id")).isEqualTo(app.clientId());
            assertThat(told.get("organization_id")).isEqualTo(app.organizationId());
            assertThat(SecretFormat.isWellFormed(String.valueOf(told.get("client_secret"))))
                    .isTrue();
            assertThat(ledger.getBean(Pepper.class)
                            .matches(String.valueOf(told.get("client_secret")), secret.pepperId(), secret.verifier()))
                    .isTrue();
        }
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        try (var ledger = CommandSide.start(directory)) {
            assertThat(ledger.isRunning()).isTrue();
            assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void makesNothingASecondTime() throws IOException {
        int before;
        try (var ledger = CommandSide.start(directory)) {
            before = CommandSide.events(ledger).size();
        }
        Files.delete(file());
        try (var ledger = CommandSide.start(directory)) {
            assertThat(CommandSide.events(ledger)).hasSize(before);
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void replacesTheFileOfAStartThatDiedBeforeItsCommit() throws IOException {
        Files.writeString(file(), "{}");
        try (var ledger = CommandSide.start(directory)) {
            assertThat(told().get("client_id"))
                    .isEqualTo(payloads(ledger, AppRegistered.class)
                            .filter(e -> e.kind().equals("user"))
                            .findFirst()
                            .orElseThrow()
                            .clientId());
        }
    }

    @Test
    void actsAsTheSystem() {
        try (var ledger = CommandSide.start(directory)) {
            assertThat(CommandSide.events(ledger))
                    .allSatisfy(e -> assertThat(e.getMetaData()).containsEntry(MetaKey.ACTOR_KIND, "system"));
        }
    }

    private Path file() {
        return directory.resolve("bootstrap.json");
    }

    private Map<?, ?> told() throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file()), Map.class);
    }

    private static <T> Stream<T> payloads(ConfigurableApplicationContext ledger, Class<T> type) {
        return CommandSide.events(ledger).stream()
                .map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
