package io.keyledger.view.row;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much memory a value takes, roughly: its texts and those of all that it holds, and a little for every value. */
public final class Weight {
    private static final int OF_ANY = 16;

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            for (var component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private Weight() {}

    /** The weight of an event, a row or a part of one, in characters. */
    public static long of(@Nullable Object value) {
        return switch (value) {
            case null -> OF_ANY;
            case CharSequence text -> OF_ANY + (long) text.length();
            case byte[] bytes -> OF_ANY + (long) bytes.length;
            case Map<?, ?> object -> {
                long sum = OF_ANY;
                for (var member : object.entrySet()) {
                    sum += of(member.getKey()) + of(member.getValue());
                }
                yield sum;
            }
            case Iterable<?> list -> {
                long sum = OF_ANY;
                for (var element : list) {
                    sum += of(element);
                }
                yield sum;
            }
            case Record parts -> of(parts);
            default -> OF_ANY;
        };
    }

    private static long of(Record parts) {
        long sum = OF_ANY;
        try {
            for (var component : COMPONENTS.get(parts.getClass())) {
                sum += of(component.getAccessor().invoke(parts));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of " + parts.getClass().getName() + " cannot be read", e);
        }
        return sum;
    }
}
