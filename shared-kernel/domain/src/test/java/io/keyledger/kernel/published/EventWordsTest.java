package io.keyledger.kernel.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.keyledger.kernel.DomainEvent;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventWordsTest {
    @Test
    void knowEveryEventThereIs() {
        var events = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.keyledger.kernel")
                        .stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        var known = EventWords.all().keySet().stream().map(Class::getName).collect(Collectors.toSet());
        assertThat(known).hasSizeGreaterThan(40).isEqualTo(events);
    }

    @Test
    void areOneForEachAndFitATypeOfEvents() {
        assertThat(EventWords.all().values())
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*"));
    }

    @Test
    void neverChange() {
        assertThat(List.of(
                        "app.registered",
                        "client_secret.added",
                        "client_secret.rotated",
                        "client_secret.retired_used",
                        "client_secret.removed",
                        "certificate.added",
                        "token_lifetime.changed",
                        "role.changed",
                        "dashboard_app.forked",
                        "app.deleted",
                        "organization.registered"))
                .as("the words of CONTRACT A7")
                .allMatch(EventWords.all()::containsValue);
    }
}
