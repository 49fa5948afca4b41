package io.keyledger.standalone;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.secret.Pepper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans that both sides share: the pepper, the kind table and the permission catalogue. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {
    @Bean
    Pepper pepper(
            DataDirectory dataDirectory,
            @Value("${keyledger.pepper:#{null}}") @Nullable String configured,
            JsonMapper json,
            Randomness randomness)
            throws IOException {
        var reader = new PepperFile(json, randomness);
        return configured == null ? reader.readOrCreate(dataDirectory) : reader.parse(configured, "keyledger.pepper");
    }

    @Bean
    Kinds kinds(@Value("${keyledger.kinds:#{null}}") @Nullable Path table) throws IOException {
        if (table == null) {
            return Kinds.shipped();
        }
        try (var reader = Files.newBufferedReader(table)) {
            return Kinds.read(reader);
        }
    }

    @Bean
    ApiPermissions apiPermissions(@Value("${keyledger.api-permissions:#{null}}") @Nullable Path table)
            throws IOException {
        if (table == null) {
            return ApiPermissions.shipped();
        }
        try (var reader = Files.newBufferedReader(table)) {
            return ApiPermissions.read(reader);
        }
    }
}
