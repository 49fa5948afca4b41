package io.keyledger.command.bus;

import io.keyledger.command.actor.ActorInterceptor;
import io.keyledger.command.eventstore.LedgerMeters;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.kernel.MetaKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How commands travel: signed, one at a time per aggregate, in short transactions, their metadata on every event. */
@Configuration(proxyBeanMethods = false)
class BusSetup {
    /** Enough to keep the disk busy; the threads of requests wait for these, which may be blocked in the database driver. */
    private static final int COMMAND_THREADS = 16;

    @Bean(defaultCandidate = false)
    ExecutorService commandThreads() {
        return Executors.newFixedThreadPool(
                COMMAND_THREADS,
                Thread.ofPlatform().name("command-", 0).daemon().factory());
    }

    @Bean
    ActorInterceptor actorInterceptor() {
        return new ActorInterceptor();
    }

    @Bean
    Commands commands(
            CommandGateway gateway,
            ActorInterceptor actors,
            LedgerTransactions transactions,
            @Qualifier("commandThreads") ExecutorService threads) {
        return new Commands(gateway, actors, transactions, threads);
    }

    @Bean
    MessageHandlerInterceptor<CommandMessage<?>> shortTransaction(LedgerTransactions transactions) {
        return new ShortTransaction(transactions);
    }

    @Bean
    LedgerMeters ledgerMeters(ObjectProvider<MeterRegistry> registry) {
        return new LedgerMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    CorrelationDataProvider metadataOfTheCause() {
        return new SimpleCorrelationDataProvider(
                MetaKey.ACTOR_KIND,
                MetaKey.ACTOR_ID,
                MetaKey.ACTOR_NAME,
                MetaKey.CLIENT_ID,
                MetaKey.ORGANIZATION_ID,
                MetaKey.REQUEST_ID,
                MetaKey.IP,
                MetaKey.USER_AGENT,
                MetaKey.IDEMPOTENCY_KEY,
                MetaKey.IDEMPOTENCY_BODY);
    }

    /** Tells which events came of one command: together they are one change to whoever reads the history. */
    @Bean
    CorrelationDataProvider command() {
        return new MessageOriginProvider();
    }

    @Bean
    LockFactory aggregateLocks(LedgerTransactions transactions) {
        return new AggregateLocks(transactions);
    }

    /** Gives the locks to every aggregate, so that none can be written without. */
    @Bean
    static BeanPostProcessor aggregateLocking() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setLockFactory("aggregateLocks");
                }
                return bean;
            }
        };
    }

    /** Lets replays read back the token they wrote, which Axon 4.13.0 alone does not (DESIGN, trap 1). */
    @Bean
    Jackson3SerializerCustomizer tokensOfReplays() {
        return json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }

    /** Whoever reacts in the same transaction fails with it: Axon's default would log and go on. */
    @Autowired
    void processors(EventProcessingConfigurer configurer) {
        for (var group : ProcessingGroups.IN_THE_SAME_TRANSACTION) {
            configurer
                    .registerSubscribingEventProcessor(group)
                    .registerListenerInvocationErrorHandler(group, c -> PropagatingErrorHandler.instance());
        }
    }
}
