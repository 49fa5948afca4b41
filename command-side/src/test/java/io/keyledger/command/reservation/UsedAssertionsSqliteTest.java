package io.keyledger.command.reservation;

class UsedAssertionsSqliteTest extends UsedAssertionsContract {
    @Override
    String[] settings() {
        return new String[0];
    }
}
