package io.keyledger.command.bus;

import io.keyledger.command.eventstore.LedgerTransactions;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NoOpLock;
import org.axonframework.common.lock.PessimisticLockFactory;

/**
 * One command at a time per aggregate. Inside a write transaction no lock is taken, because its holder may be waiting
 * for the transaction (a deadlock). The holder then loses the race, and its command is retried.
 */
final class AggregateLocks implements LockFactory {
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();
    private final LedgerTransactions transactions;

    AggregateLocks(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Lock obtainLock(String identifier) {
        return transactions.isActive() ? NoOpLock.INSTANCE : locks.obtainLock(identifier);
    }
}
