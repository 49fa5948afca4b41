package io.keyledger.query.support;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The MongoDB that tests run against besides the embedded server: a given one, or one in a container. */
public final class RealMongo {
    private static final String GIVEN = "KEYLEDGER_TEST_MONGODB_URI";
    private static final String IMAGE = "mongo:8";

    private RealMongo() {}

    /** Its connection string; without one the test is skipped and says why. */
    public static String uri() {
        var given = System.getenv(GIVEN);
        if (given != null && !given.isBlank()) {
            return given;
        }
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no MongoDB to test against: " + GIVEN + " is not set and Docker does not run");
        return Container.START.getReplicaSetUrl("keyledger_test");
    }

    private static final class Container {
        private static final MongoDBContainer START = start();

        private static MongoDBContainer start() {
            var container = new MongoDBContainer(IMAGE);
            container.start();
            return container;
        }
    }
}
