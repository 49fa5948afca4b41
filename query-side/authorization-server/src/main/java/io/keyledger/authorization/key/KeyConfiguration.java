package io.keyledger.authorization.key;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.audit.CheckpointSigner;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeyConfiguration {
    @Bean
    CryptoProvider tokenCryptoProvider() {
        return CryptoProvider.best();
    }

    @Bean
    KeyRotation signingKeyRotation(
            DataDirectory dataDirectory,
            KeySettings settings,
            Randomness randomness,
            CryptoProvider crypto,
            Clock clock) {
        return new KeyRotation(new KeyFile(dataDirectory), new KeyMaker(randomness, crypto), settings, clock);
    }

    @Bean
    SigningKeys signingKeys(KeySettings settings, KeyRotation rotation, CryptoProvider crypto, Clock clock) {
        var ring =
                settings.keys() == null ? rotation.renewed() : KeyFile.parse(settings.keys(), "keyledger.tokens.keys");
        return new SigningKeys(ring, settings.algorithms(), clock, crypto);
    }

    @Bean
    SignatureCheck signatureCheck(SigningKeys keys, CryptoProvider crypto) {
        return new SignatureCheck(keys, crypto);
    }

    @Bean
    CheckpointSigner checkpointSigner(KeySettings settings, SigningKeys keys, SignatureCheck signatures) {
        return new SigningKeyCheckpointSigner(keys, signatures, settings.oauthAlgorithm());
    }

    @Bean
    KeyWatch signingKeyWatch(KeySettings settings, SigningKeys keys, KeyRotation rotation) {
        return new KeyWatch(settings, keys, rotation);
    }
}
