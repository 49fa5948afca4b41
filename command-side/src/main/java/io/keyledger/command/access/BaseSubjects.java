package io.keyledger.command.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.PermissionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The subjects that {@link AddMissingBasePermissions} adds permissions on; read once from {@code base_subjects.csv}.
 */
@Component
public class BaseSubjects {
    private final List<PermissionSubject> subjects;
    private final Randomness randomness;

    BaseSubjects(Randomness randomness) {
        this.subjects = read();
        this.randomness = randomness;
    }

    /** One permission for each base subject, under a fresh id, allowing no operation until it is changed. */
    public List<NewPermission> permissions() {
        return subjects.stream()
                .map(subject -> new NewPermission(new PermissionId(randomness.id()), subject, Set.of()))
                .toList();
    }

    private static List<PermissionSubject> read() {
        var table = Objects.requireNonNull(BaseSubjects.class.getResourceAsStream("base_subjects.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PermissionSubject::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
