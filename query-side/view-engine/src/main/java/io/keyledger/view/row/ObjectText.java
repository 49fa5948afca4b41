package io.keyledger.view.row;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

    /** Characters; longer paths are kept as hashes. */
    private static final int LONGEST_PATH = 200;

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
                paths.add(shortened(path + "{}"));
                object.forEach((key, member) -> collect(shortened(path + '/' + escaped(key)), member, paths));
            }
            case Collection<?> array -> {
                paths.add(shortened(path + "[]"));
                var elements = shortened(path + "/[]");
                array.forEach(element -> collect(elements, element, paths));
            }
            case Number number -> paths.add(shortened(path + '=' + plain(number)));
            case null, default -> paths.add(shortened(path + '=' + JSON.writeValueAsString(value)));
        }
    }

    /**
     * A long path is kept as its hash: a long name would otherwise be repeated with everything below it. No shorter path
     * begins as a hash does.
     */
    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : '#' + sha256(path);
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
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
