package io.keyledger.command.idempotency;

import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.kernel.Randomness;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of {@link Idempotency}. */
@Configuration(proxyBeanMethods = false)
class IdempotencySetup {
    @Bean
    Idempotency idempotency(
            EventStore events,
            ObjectProvider<ResourceAnswers> answers,
            Randomness randomness,
            JdbcClient ledgerTables,
            LedgerTransactions transactions) {
        var keys = new LedgerKeys(ledgerTables, transactions, randomness);
        return new Idempotency(events, answers, randomness, keys.key("idempotency"));
    }

    @Bean
    BodyKeepingFilter bodyKeepingFilter() {
        return new BodyKeepingFilter();
    }
}
