package io.keyledger.command.actor;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import java.util.HashMap;
import java.util.Map;

/** Who acts, as metadata of commands and events. A request's caller is found without this. */
public final class Actors {
    private Actors() {}

    /** The service itself, such as at its first start. */
    public static Map<String, String> system() {
        return actor("system", "system", "Keyledger");
    }

    /** A person who acts without a token, such as by a one-time code. */
    public static Map<String, String> user(String id, String name) {
        return actor("user", id, name);
    }

    /** Whoever reports a secret that he found, and what the current request tells of him: nothing proves who he is. */
    public static Map<String, String> scanner() {
        var facts = new HashMap<>(RequestFacts.current());
        facts.putAll(actor("scanner", "scanner", "Report of a leaked secret"));
        return facts;
    }

    static Map<String, String> of(Caller caller) {
        return Map.of(
                MetaKey.ACTOR_KIND, caller.actorKind(),
                MetaKey.ACTOR_ID, caller.actorId(),
                MetaKey.ACTOR_NAME, caller.actorName(),
                MetaKey.CLIENT_ID, caller.clientId());
    }

    private static Map<String, String> actor(String kind, String id, String name) {
        return Map.of(MetaKey.ACTOR_KIND, kind, MetaKey.ACTOR_ID, id, MetaKey.ACTOR_NAME, name);
    }
}
