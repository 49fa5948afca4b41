package io.keyledger.query.credentialpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.view.follow.RealMongo;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "io.keyledger.view.follow.RealMongo#isThere", disabledReason = RealMongo.MISSING)
class MongoViolationsTest extends ViolationsContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.on(RealMongo.uri(), directory, TestViews.eventStore());
    }

    @Test
    void findsWhatExceedsEachLimitByAnIndex() {
        for (int i = 0; i < 60; i++) {
            var app = "app%07d".formatted(i);
            register(app, 7200 + i);
            add(app, secretOf(app, "secr%06d".formatted(i), "P" + (1 + i % 3) + "Y"));
        }
        now = MADE.plus(Duration.ofDays(2));
        var policy = PolicyAttributes.policy(ORGANIZATION, values(STRICT));
        var ofCaller = new Document("organization_id", new Document("$in", List.of(ORGANIZATION)));
        var plan = database()
                .collection(PolicyViews.FACTS)
                .find(new Document("$and", List.of(ofCaller, Violations.of(Map.of(ORGANIZATION, policy), now))))
                .explain()
                .toJson();

        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
    }
}
