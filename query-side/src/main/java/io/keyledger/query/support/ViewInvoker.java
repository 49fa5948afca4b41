package io.keyledger.query.support;

import io.keyledger.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Hands a projection whole batches. Axon stores the position when a batch is committed, so the projection is called with
 * the batch's last event, before that.
 */
final class ViewInvoker implements EventHandlerInvoker {
    private static final String PENDING = ViewInvoker.class.getName();

    private final Projection projection;

    ViewInvoker(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return DomainEvent.class.isAssignableFrom(payloadType) && projection.concerns(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        List<Recorded> pending = CurrentUnitOfWork.get().getOrComputeResource(PENDING, key -> new ArrayList<>());
        pending.add(recorded((DomainEventMessage<?>) message));
        if (isLastOfBatch()) {
            projection.apply(List.copyOf(pending));
            pending.clear();
        }
    }

    private static boolean isLastOfBatch() {
        return !(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage();
    }

    private static Recorded recorded(DomainEventMessage<?> message) {
        return new Recorded(
                (DomainEvent) message.getPayload(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getTimestamp(),
                message.getIdentifier(),
                message.getMetaData());
    }
}
