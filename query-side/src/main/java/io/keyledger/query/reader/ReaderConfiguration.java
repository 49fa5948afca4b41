package io.keyledger.query.reader;

import io.keyledger.query.support.ViewsDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

    @Bean
    Reader reader(ViewsDatabase views, ObjectProvider<Shown> shown, Clock clock) {
        return new Reader(views, new Rows(views, shown.orderedStream().toList(), clock));
    }
}
