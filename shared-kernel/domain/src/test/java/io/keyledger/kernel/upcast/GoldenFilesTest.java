package io.keyledger.kernel.upcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.published.EventWords;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of every event. A golden file is added and never changed: a form that changes gets a new revision, a new
 * golden file, and an upcaster that reads the old one.
 */
class GoldenFilesTest {
    static final List<GoldenFile> ALL = all();

    @ParameterizedTest
    @MethodSource("events")
    void areThereForEveryEvent(Class<? extends DomainEvent> event) {
        var name = EventWords.all().get(event) + "."
                + event.getAnnotation(Revision.class).value();
        assertThat(ALL).extracting(GoldenFile::name).contains(name + ".json");
        if (Arrays.stream(event.getRecordComponents()).anyMatch(GoldenFilesTest::isNullable)) {
            assertThat(ALL).extracting(GoldenFile::name).contains(name + ".nulls.json");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void areReadAsEventsOfToday(GoldenFile file) {
        assertThat(EventWords.all()).containsKey(eventClass(file.event().read()));
    }

    @ParameterizedTest
    @MethodSource("ofToday")
    void areWrittenAgainAsTheyWere(GoldenFile file) {
        assertThat(StoredEvent.of(file.event().read())).isEqualTo(file.event());
    }

    /** Otherwise two members could be mixed up, and what is written would still be what was read. */
    @ParameterizedTest
    @MethodSource("ofToday")
    void haveEachMemberInTheComponentOfItsName(GoldenFile file) throws ReflectiveOperationException {
        var event = file.event().read();
        var stored = file.tree();
        assertThat(stored.propertyNames())
                .containsExactlyElementsOf(Arrays.stream(event.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : event.getClass().getRecordComponents()) {
            var value = component.getAccessor().invoke(event);
            assertThat(JsonMapper.shared().<JsonNode>valueToTree(value)).isEqualTo(stored.get(component.getName()));
            assertThat(value == null).isEqualTo(isNullable(component) && !file.isFilled());
        }
    }

    @ParameterizedTest
    @MethodSource("ofToday")
    void haveNoValueTwice(GoldenFile file) {
        assertThat(file.tree().values().stream()
                        .filter(value -> !value.isNull() && !value.isBoolean())
                        .map(JsonNode::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void ofTheOneRedirectUriAreReadAsAListOfOneOrNone() {
        assertThat(read("redirect_uri.changed.1.json"))
                .isEqualTo(new RedirectUrisChanged("aPp4Kd82Qz", List.of("https://shop.example/callback")));
        assertThat(read("redirect_uri.changed.1.nulls.json"))
                .isEqualTo(new RedirectUrisChanged("aPp4Kd82Qz", List.of()));
    }

    static List<GoldenFile> all() {
        try {
            return GoldenFile.all();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Stream<GoldenFile> ofToday() {
        return ALL.stream().filter(file -> file.event().isOfToday());
    }

    static Stream<Class<? extends DomainEvent>> events() {
        return EventWords.all().keySet().stream();
    }

    private static Object read(String name) {
        return ALL.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .event()
                .read();
    }

    private static Class<? extends DomainEvent> eventClass(Object event) {
        return event.getClass().asSubclass(DomainEvent.class);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
