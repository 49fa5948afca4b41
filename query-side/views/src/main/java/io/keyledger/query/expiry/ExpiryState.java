package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import io.keyledger.http.answer.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.bson.conversions.Bson;

/** The state of a credential at one instant; each row is in exactly one state. */
enum ExpiryState {
    OK {
        @Override
        Bson condition(Date now) {
            return and(eq(ExpiryRow.RETIRING, false), gt(ExpiryRow.EXPIRING_FROM, now));
        }
    },
    EXPIRING {
        @Override
        Bson condition(Date now) {
            return and(eq(ExpiryRow.RETIRING, false), lte(ExpiryRow.EXPIRING_FROM, now), gt(ExpiryRow.EXPIRES_AT, now));
        }
    },
    RETIRING {
        @Override
        Bson condition(Date now) {
            return and(eq(ExpiryRow.RETIRING, true), gt(ExpiryRow.EXPIRES_AT, now));
        }
    },
    EXPIRED {
        @Override
        Bson condition(Date now) {
            return lte(ExpiryRow.EXPIRES_AT, now);
        }
    };

    /** The rows in this state then. */
    abstract Bson condition(Date now);

    /** The word in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExpiryState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The state of a row then, the same as by its condition. */
    static ExpiryState of(Row row, Instant now) {
        if (!isAfter(row, ExpiryRow.EXPIRES_AT, now)) {
            return EXPIRED;
        }
        if (Boolean.TRUE.equals(row.values().get(ExpiryRow.RETIRING))) {
            return RETIRING;
        }
        return isAfter(row, ExpiryRow.EXPIRING_FROM, now) ? OK : EXPIRING;
    }

    private static boolean isAfter(Row row, String field, Instant now) {
        return row.values().get(field) instanceof Instant instant && instant.isAfter(now);
    }
}
