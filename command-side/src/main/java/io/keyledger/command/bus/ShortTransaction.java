package io.keyledger.command.bus;

import io.keyledger.command.eventstore.LedgerTransactions;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps the lane of writers free while a command loads and decides: the transaction begins when the unit of work prepares to
 * commit, before events are appended and before whoever reacts to them in the same breath. Commands these send join it.
 */
final class ShortTransaction implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final LedgerTransactions transactions;

    ShortTransaction(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (unitOfWork.isRoot()) {
            unitOfWork.onPrepareCommit(u -> begin(u));
        }
        return chain.proceed();
    }

    private void begin(UnitOfWork<?> unitOfWork) {
        var transaction = transactions.manager().startTransaction();
        unitOfWork.onRollback(u -> transaction.rollback());
        unitOfWork.onCommit(u -> transaction.commit());
    }
}
