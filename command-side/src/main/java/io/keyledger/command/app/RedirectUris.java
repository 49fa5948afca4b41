package io.keyledger.command.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The redirect URIs of an app, each once.
 *
 * @param values the compact representation of the app shows the first
 */
public record RedirectUris(List<RedirectUri> values) {
    /** No address. */
    public static final RedirectUris NONE = new RedirectUris(List.of());

    public RedirectUris {
        values = values.stream().distinct().toList();
    }

    /** That address alone; none when it is null. */
    public static RedirectUris of(@Nullable RedirectUri only) {
        return only == null ? NONE : new RedirectUris(List.of(only));
    }

    /** The same with another first address; none at all when it is null. */
    RedirectUris withFirst(@Nullable RedirectUri first) {
        return first == null
                ? NONE
                : new RedirectUris(
                        Stream.concat(Stream.of(first), values.stream().skip(1)).toList());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    List<String> texts() {
        return values.stream().map(RedirectUri::value).toList();
    }
}
