package io.keyledger.command.schedule;

class ScheduleSqliteTest extends ScheduleContract {
    @Override
    String[] settings() {
        return new String[0];
    }
}
