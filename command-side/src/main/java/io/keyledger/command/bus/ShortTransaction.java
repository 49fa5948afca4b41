package io.keyledger.command.bus;

import io.keyledger.command.eventstore.LedgerTransactions;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Begins the write transaction only after a command has loaded and decided: when the unit of work prepares to commit,
 * before events are appended and handled in the same transaction. Commands that those handlers send join it.
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
