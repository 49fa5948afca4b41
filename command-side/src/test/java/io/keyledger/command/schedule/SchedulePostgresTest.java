package io.keyledger.command.schedule;

import io.keyledger.command.support.Postgres;

class SchedulePostgresTest extends ScheduleContract {
    @Override
    String[] settings() throws Exception {
        return Postgres.freshSettings();
    }
}
