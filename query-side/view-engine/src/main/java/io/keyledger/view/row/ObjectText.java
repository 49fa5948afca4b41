package io.keyledger.view.row;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A free-form JSON object in a row: kept as text, because its keys may hold dots and dollars, and beside it the list of
 * its paths, so that a query can test whether one object contains another ({@code jcont}). Objects within an array are
 * compared leaf by leaf.
 */
public final class ObjectText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private ObjectText() {}

    /** The field beside the text that holds the paths. */
    public static String pathsOf(String attribute) {
        return attribute + "_paths";
    }

    /** The object as text. */
    public static String write(Map<?, ?> object) {
        return JSON.writeValueAsString(object);
    }

    /** The object, its members in their stored order. */
    public static Map<String, @Nullable Object> read(String text) {
        return JSON.readValue(text, OBJECT);
    }

    /** One text for every object, array and leaf in it; an object contains another one when it has all of its paths. */
    public static List<String> paths(Map<?, ?> object) {
        var paths = new LinkedHashSet<String>();
        collect("", object, paths);
        return List.copyOf(paths);
    }

    private static void collect(String path, @Nullable Object value, Set<String> paths) {
        switch (value) {
            case Map<?, ?> object -> {
                paths.add(path + "{}");
                object.forEach((key, member) -> collect(path + '/' + escaped(key), member, paths));
            }
            case Collection<?> array -> {
                paths.add(path + "[]");
                array.forEach(element -> collect(path + "/[]", element, paths));
            }
            case Number number -> paths.add(path + '=' + plain(number));
            case null, default -> paths.add(path + '=' + JSON.writeValueAsString(value));
        }
    }

    private static String escaped(@Nullable Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1").replace("[", "~2");
    }

    /** 1, 1.0 and 1e0 are one number. */
    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
