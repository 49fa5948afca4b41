package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Lets Spring's JDBC client take part in {@link LedgerTransactions}. */
final class LedgerDataSource extends AbstractDataSource {
    private final LedgerTransactions transactions;

    LedgerDataSource(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return transactions.connection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is one user");
    }
}
