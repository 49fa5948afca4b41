package io.keyledger.authorization.key;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Checks every ten minutes whether a key of the key file is due for rotation. */
final class KeyWatch implements InitializingBean, DisposableBean {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final KeySettings settings;
    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final Thread thread = Thread.ofVirtual().name("key-watch").unstarted(this::watch);

    KeyWatch(KeySettings settings, SigningKeys keys, KeyRotation rotation) {
        this.settings = settings;
        this.keys = keys;
        this.rotation = rotation;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.keys() == null) {
            thread.start();
        }
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("The watch over the signing keys ends.");
        }
    }

    private void look() {
        try {
            keys.use(rotation.renewed());
        } catch (Throwable e) {
            LOG.error("The signing keys could not be renewed; the present ones go on.", e);
        }
    }
}
