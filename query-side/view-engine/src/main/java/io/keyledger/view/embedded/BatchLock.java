package io.keyledger.view.embedded;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** Lets batches run side by side, and an action such as saving only while no batch runs. */
final class BatchLock implements TransactionManager {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public Transaction startTransaction() {
        lock.readLock().lock();
        return new Held();
    }

    /** Waits for the batches under way, holds back the next ones, runs. */
    void betweenBatches(Runnable action) {
        lock.writeLock().lock();
        try {
            action.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private final class Held implements Transaction {
        private boolean ended;

        @Override
        public void commit() {
            end();
        }

        @Override
        public void rollback() {
            end();
        }

        private void end() {
            if (!ended) {
                ended = true;
                lock.readLock().unlock();
            }
        }
    }
}
