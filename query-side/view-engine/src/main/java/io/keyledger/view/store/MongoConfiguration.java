package io.keyledger.view.store;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.view.embedded.ViewFile;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the views: a MongoDB when one is named, else the server inside this process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsSettings.class)
class MongoConfiguration {

    @Bean
    ViewsConnection viewsConnection(
            ViewsSettings settings, DataDirectory directory, Clock clock, ScheduledExecutorService viewsExecutor) {
        return ViewsConnection.open(settings, new ViewFile(directory.file("views"), clock), viewsExecutor);
    }

    @Bean
    ViewsDatabase viewsDatabase(ViewsConnection connection) {
        return connection.database();
    }
}
