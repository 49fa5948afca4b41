package io.keyledger.kernel.upcast;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.published.EventWords;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Stores an event as JSON under its published word and its revision, independent of the name and the package of its
 * class. What it reads back must be exactly what it writes: a member that is unknown, missing, of another type, or null
 * where the event allows none is refused, since a guess would silently change what has happened. Nullable members are
 * always written, so they may not be missing either.
 */
public final class EventSerializer extends Jackson3Serializer {
    private static final String METADATA = MetaData.class.getName();

    private final Map<Class<? extends DomainEvent>, SerializedType> names;
    private final Map<SerializedType, Class<? extends DomainEvent>> classes;

    private EventSerializer(Map<Class<? extends DomainEvent>, String> words) {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::beExact));
        names = words.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, e -> name(e.getValue(), e.getKey())));
        classes = names.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** The one for the events of this service. */
    public static EventSerializer ofPublishedEvents() {
        return of(EventWords.all());
    }

    /**
     * One for other events: those of a test.
     *
     * @param words the word of each; no two the same
     */
    public static EventSerializer of(Map<Class<? extends DomainEvent>, String> words) {
        return new EventSerializer(words);
    }

    private static SerializedType name(String word, Class<? extends DomainEvent> event) {
        var revision = event.getAnnotation(Revision.class);
        if (revision == null) {
            throw new IllegalArgumentException(event.getName() + " has no revision");
        }
        return new SimpleSerializedType(word, revision.value());
    }

    private static void beExact(JsonMapper.Builder json) {
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, EventSerializer::acceptTextAlone)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .annotationIntrospector(new RequiredMembers());
    }

    private static void acceptTextAlone(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /**
     * The word and the revision of an event.
     *
     * @throws SerializationException for what is neither an event of the table nor metadata
     */
    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(@Nullable Class type) {
        var name = type == null ? null : names.get(type);
        if (name != null) {
            return name;
        }
        if (type == null || type == MetaData.class) {
            return super.typeForClass(type);
        }
        throw new SerializationException(type.getName() + " is not stored: it has no published word");
    }

    /** The class of a word and its revision; {@link UnknownSerializedType} when they are none of this build. */
    @Override
    public Class<?> classForType(SerializedType type) {
        var event = classes.get(type);
        if (event != null) {
            return event;
        }
        return type.getName().equals(METADATA) || SerializedType.emptyType().equals(type)
                ? super.classForType(type)
                : UnknownSerializedType.class;
    }

    /**
     * What was stored.
     *
     * @throws UnreadableEvent naming word and revision, when it is not what this build stores under them
     */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as inherited
    public <S, T> T deserialize(SerializedObject<S> stored) {
        T read;
        try {
            read = super.deserialize(stored);
        } catch (SerializationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            if (isAboutAValue(cause)) {
                throw unreadable(stored.getType(), "a value is of another type" + member(cause), null);
            }
            throw unreadable(stored.getType(), String.valueOf(cause.getMessage()), e);
        }
        if (read instanceof UnknownSerializedType) {
            throw unreadable(stored.getType(), "this build knows no such event", null);
        }
        if (read == null && !SerializedType.emptyType().equals(stored.getType())) {
            throw unreadable(stored.getType(), "it is null", null);
        }
        return read;
    }

    /** Its message would quote the value, which may be the hash of a secret. */
    private static boolean isAboutAValue(Throwable cause) {
        return cause instanceof InvalidFormatException
                || (cause instanceof MismatchedInputException mismatch
                        && mismatch.getOriginalMessage().startsWith("Cannot coerce"));
    }

    private static String member(Throwable cause) {
        return cause instanceof JacksonException json
                ? json.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(".", ": ", ""))
                : "";
    }

    private static UnreadableEvent unreadable(SerializedType type, String reason, @Nullable Exception cause) {
        var message = type.getName() + ", revision " + type.getRevision() + ": " + reason;
        return new UnreadableEvent(type.getName(), message, cause);
    }
}
