package io.keyledger.query.reader;

import io.keyledger.query.support.LastUses;
import io.keyledger.query.support.ViewsDatabase;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

    @Bean
    Reader reader(ViewsDatabase views, ObjectProvider<Shown> shown, Clock clock) {
        var all = Stream.concat(shown.orderedStream(), LastUsed.ofAll(new LastUses(views)))
                .toList();
        return new Reader(views, new Rows(views, all, clock));
    }
}
