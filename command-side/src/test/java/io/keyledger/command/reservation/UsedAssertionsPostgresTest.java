package io.keyledger.command.reservation;

import io.keyledger.command.support.Postgres;

class UsedAssertionsPostgresTest extends UsedAssertionsContract {
    @Override
    String[] settings() throws Exception {
        return Postgres.freshSettings();
    }
}
