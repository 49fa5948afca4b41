package io.keyledger.command.support;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, the randomness and the data directory: one of each, for both sides. */
@Configuration(proxyBeanMethods = false)
class Essentials {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Randomness randomness() {
        return new Randomness();
    }

    @Bean
    DataDirectory dataDirectory(@Value("${keyledger.data-dir:./data}") Path path) throws IOException {
        return new DataDirectory(PrivateFiles.directory(path));
    }
}
