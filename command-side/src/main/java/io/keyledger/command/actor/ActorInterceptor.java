package io.keyledger.command.actor;

import io.keyledger.kernel.MetaKey;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;

/**
 * Refuses commands without an actor: the one in their metadata, that of the causing command, or the request's caller.
 */
public final class ActorInterceptor implements MessageDispatchInterceptor<CommandMessage<?>> {
    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> signed(message);
    }

    /** The command with the metadata of the request added; its own take precedence. */
    public <C> CommandMessage<C> signed(CommandMessage<C> message) {
        var known = MetaData.from(RequestFacts.current()).mergedWith(message.getMetaData());
        if (!known.containsKey(MetaKey.ACTOR_KIND)) {
            throw new IllegalStateException("Nobody sends " + message.getCommandName()
                    + ": there is no caller in the request, and no actor among its metadata");
        }
        return message.withMetaData(known.mergedWith(RequestFacts.nameOfCallerIn(known)));
    }
}
