package io.keyledger.command.actor;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import java.util.HashMap;
import java.util.Map;

/** Actors as metadata of commands and events. {@link ActorInterceptor} adds the caller of a request by itself. */
public final class Actors {
    private Actors() {}

    /** The service itself, such as at its first start. */
    public static Map<String, String> system() {
        return actor("system", "system", "Keyledger");
    }

    /** Whoever runs the service, on the operator's port. */
    public static Map<String, String> operator() {
        return actor("operator", "operator", "Operator");
    }

    /** A user who acts without a token, such as by a one-time code. */
    public static Map<String, String> user(String id, String name) {
        return actor("user", id, name);
    }

    /** The unauthenticated reporter of a leaked secret, with the metadata of the current request. */
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
