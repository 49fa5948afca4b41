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
import org.axonframework.eventsourcing.eventstore.EventStore;
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
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The command bus: actors added, one command at a time per aggregate, short transactions, metadata on every event. */
@Configuration(proxyBeanMethods = false)
class BusSetup {
    /**
     * Enough to keep the disk busy. Platform threads, as the database driver blocks them; request threads wait for
     * these.
     */
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
        return new Commands(gateway, actors, transactions, new FairThreads(threads, COMMAND_THREADS));
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

    /** Marks the events of one command, which the history shows as one change. */
    @Bean
    CorrelationDataProvider command() {
        return new MessageOriginProvider();
    }

    @Bean
    LockFactory aggregateLocks(LedgerTransactions transactions) {
        return new AggregateLocks(transactions);
    }

    /** One for each type of aggregate: ids say nothing of the type. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    AggregateCache aggregateCache(EventStore events, LedgerTransactions transactions) {
        return new AggregateCache(events, transactions);
    }

    /** Sets lock factory and cache on every aggregate, so that none is written without them. */
    @Bean
    static BeanPostProcessor aggregateLocking() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setLockFactory("aggregateLocks");
                    aggregate.setCache("aggregateCache");
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

    /** A failing handler in the same transaction makes it fail: Axon's default would log and go on. */
    @Autowired
    void processors(EventProcessingConfigurer configurer) {
        for (var group : ProcessingGroups.IN_THE_SAME_TRANSACTION) {
            configurer
                    .registerSubscribingEventProcessor(group)
                    .registerListenerInvocationErrorHandler(group, c -> PropagatingErrorHandler.instance());
        }
    }
}
