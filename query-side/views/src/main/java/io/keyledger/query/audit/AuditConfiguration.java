package io.keyledger.query.audit;

import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.follow.ReadYourWrites;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.bson.Document;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {
    @Bean
    AuditLog auditLog(ViewsDatabase views, ReadYourWrites written) {
        return new AuditLog(views, written::await);
    }

    @Bean
    CheckpointMaker checkpointMaker(
            AuditLog log, CheckpointSigner signer, CommandGateway commands, AuditSettings settings, Clock clock) {
        return new CheckpointMaker(log, signer, commands, settings, clock);
    }

    @Bean
    CheckpointWatch checkpointWatch(
            CheckpointMaker maker, AuditSettings settings, ScheduledExecutorService viewsExecutor) {
        return new CheckpointWatch(maker, settings, viewsExecutor);
    }

    @Bean
    AuditLogs auditLogs(Reader reader, AuditLog log, CheckpointMaker maker, CheckpointSigner signer) {
        return new AuditLogs(reader, log, maker, signer);
    }

    @Bean
    View auditCheckpoints() {
        var index = new Document(AuditEntry.ORGANIZATION, 1)
                .append(AuditEntry.POSITION, -1)
                .append("_id", 1);
        return new View(
                "audit_checkpoints",
                1,
                List.of(new ViewCollection(Tables.of(CheckpointChanges.TYPE), List.of(index))),
                new RowProjection(List.of(CheckpointChanges.TYPE), new CheckpointChanges()));
    }
}
