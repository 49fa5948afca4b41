package io.keyledger.command.actor;

import io.keyledger.kernel.MetaKey;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;

/** Lets no command pass without an actor: the one it names, the one whose command caused it, or the request's caller. */
public final class ActorInterceptor implements MessageDispatchInterceptor<CommandMessage<?>> {
    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> signed(message);
    }

    /** The command with all that is known of who sends it; what it says itself holds. */
    public <C> CommandMessage<C> signed(CommandMessage<C> message) {
        var known = MetaData.from(RequestFacts.current()).mergedWith(message.getMetaData());
        if (!known.containsKey(MetaKey.ACTOR_KIND)) {
            throw new IllegalStateException("Nobody sends " + message.getCommandName()
                    + ": there is no caller in the request, and no actor among its metadata");
        }
        return message.withMetaData(known);
    }
}
