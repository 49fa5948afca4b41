package io.keyledger.view.follow;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB that tests run against besides the embedded server: a given one, or one in a container. */
public final class RealMongo {
    /** Why tests against a real MongoDB are skipped. */
    public static final String MISSING =
            "no MongoDB to test against: KEYLEDGER_TEST_MONGODB_URI is not set and Docker does not run";

    private static final @Nullable String GIVEN = System.getenv("KEYLEDGER_TEST_MONGODB_URI");

    private RealMongo() {}

    /** Whether there is one. */
    public static boolean isThere() {
        return GIVEN != null || DockerClientFactory.instance().isDockerAvailable();
    }

    /** Its connection string. */
    public static String uri() {
        return GIVEN != null ? GIVEN : Container.START.getReplicaSetUrl("keyledger_test");
    }

    private static final class Container {
        private static final MongoDBContainer START = start();

        private static MongoDBContainer start() {
            var container = new MongoDBContainer("mongo:8");
            container.start();
            return container;
        }
    }
}
