package io.keyledger.query.credentialpolicy;

import com.mongodb.client.model.Filters;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.ComputedFilter;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** The computed filters of violations. */
final class ViolationFilter implements ComputedFilter {
    @Override
    public ResourceType type() {
        return Resources.POLICY_VIOLATIONS;
    }

    /** Each question has the name of the field that it filters by. */
    @Override
    public Bson condition(Instant now, String question, List<Object> values) {
        return Filters.in(question, values);
    }
}
