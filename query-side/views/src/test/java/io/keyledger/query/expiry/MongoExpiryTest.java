package io.keyledger.query.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.view.follow.RealMongo;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(value = "io.keyledger.view.follow.RealMongo#isThere", disabledReason = RealMongo.MISSING)
class MongoExpiryTest extends ExpiryContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.on(RealMongo.uri(), directory, TestViews.eventStore());
    }

    @ParameterizedTest
    @CsvSource({
        "within, P30D",
        "state, expired",
        "state, retiring",
        "state, expiring",
        "state, ok",
        "app_id, app0000007",
        "unused_for, P90D"
    })
    void answersEveryQuestionByAnIndex(String question, String asked) {
        for (int i = 0; i < 200; i++) {
            var app = "app%07d".formatted(i % 50);
            add(app, secret("secr%06d".formatted(i), app, "org%07d".formatted(i % 10), END.plusSeconds(i)));
        }
        now = END.minus(Duration.ofDays(NoticeDays.DEFAULT.days().getFirst()));
        var asking = new ExpiryFilter().condition(now, question, List.of(asked));
        var plan = database()
                .collection(ExpiryViews.COLLECTION)
                .find(new Document("$and", List.of(ofOrganization(), asking)))
                .explain()
                .toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    private static Bson ofOrganization() {
        return new Document("organization_id", new Document("$in", List.of("org0000001")))
                .append("created_at", new Document("$lt", new BsonDateTime(Long.MAX_VALUE)));
    }
}
