package io.keyledger.command.reservation;

import io.keyledger.command.eventstore.Postgres;

class UsedAssertionsPostgresTest extends UsedAssertionsContract {
    @Override
    String[] settings() throws Exception {
        return Postgres.freshSettings();
    }
}
