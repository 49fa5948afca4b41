package io.keyledger.command.schedule;

import io.keyledger.command.eventstore.Postgres;

class SchedulePostgresTest extends ScheduleContract {
    @Override
    String[] settings() throws Exception {
        return Postgres.freshSettings();
    }
}
