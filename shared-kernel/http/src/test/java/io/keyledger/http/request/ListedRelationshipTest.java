package io.keyledger.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To-many relationships whose ids the resource itself has. */
class ListedRelationshipTest {
    private static final String POINTER = "/data/relationships/customers";
    private static final ResourceType GROUPS = new ResourceType(
            "groups",
            "groups",
            List.of(),
            List.of(new Relationship(
                    "customers",
                    "customers",
                    Relationship.Kind.TO_LISTED,
                    "customer_ids",
                    Given.OPTIONAL,
                    true,
                    true)));

    @Test
    void readsTheIdsInTheirOrder() {
        var data = "[" + identifier("Cus0000002") + "," + identifier("Cus0000001") + "]";

        assertThat(create(data).relatedMany("customers")).containsExactly("Cus0000002", "Cus0000001");
        assertThat(update(data).relatedMany("customers")).containsExactly("Cus0000002", "Cus0000001");
    }

    @Test
    void tellsAnEmptyListFromNone() {
        assertThat(update("[]").hasRelated("customers")).isTrue();
        assertThat(update("[]").relatedMany("customers")).isEmpty();

        var none = ResourceInput.forUpdate(GROUPS, "Grp0000001", json("{'data':{'type':'groups','id':'Grp0000001'}}"));
        assertThat(none.hasRelated("customers")).isFalse();
        assertThat(none.relatedMany("customers")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null                                            | INVALID_LINKS_OBJECT",
                "{'type':'customers','id':'Cus0000001'}          | INVALID_LINKS_OBJECT",
                "5                                               | INVALID_LINKS_OBJECT",
                "[null]                                          | INVALID_LINKS_OBJECT",
                "['Cus0000001']                                  | INVALID_LINKS_OBJECT",
                "[{'type':'customers'}]                          | INVALID_LINKS_OBJECT",
                "[{'type':'customers','id':1}]                   | INVALID_LINKS_OBJECT",
                "[{'type':'roles','id':'Cus0000001'}]            | TYPE_MISMATCH",
                "[{'type':'customers','id':'../x'}]              | VALIDATION_ERROR"
            })
    void refusesWhatIsNoListOfIdentifiers(String data, ErrorCode code) {
        assertThat(fault(data)).extracting(Refusal::code, Refusal::field).containsExactly(code, POINTER);
    }

    @Test
    void refusesARelationshipWithoutData() {
        var body = json("{'data':{'type':'groups','relationships':{'customers':{}}}}");

        var refused = catchThrowableOfType(InvalidValue.class, () -> ResourceInput.forCreate(GROUPS, body));

        assertThat(Objects.requireNonNull(refused).refusals())
                .extracting(Refusal::code)
                .containsExactly(ErrorCode.INVALID_LINKS_OBJECT);
    }

    @Test
    void refusesTheSameIdTwice() {
        var twice = "[" + identifier("Cus0000001") + "," + identifier("Cus0000001") + "]";

        assertThat(fault(twice)).isEqualTo(Refusal.ofField(POINTER, "taken", "Cus0000001 is named more than once"));
    }

    @Test
    void refusesMoreThanAThousand() {
        assertThat(create(identifiers(1000)).relatedMany("customers")).hasSize(1000);
        assertThat(fault(identifiers(1001)))
                .isEqualTo(new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "is too long (maximum is 1000 resources)",
                        POINTER,
                        "too_long",
                        Map.of("count", 1000)));
    }

    private static String identifiers(int count) {
        return IntStream.range(0, count)
                .mapToObj("Cus%07d"::formatted)
                .map(ListedRelationshipTest::identifier)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String identifier(String id) {
        return "{'type':'customers','id':'" + id + "'}";
    }

    private static Refusal fault(String data) {
        var refused = catchThrowableOfType(InvalidValue.class, () -> create(data));
        var faults = Objects.requireNonNull(refused).refusals();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private static ResourceInput create(String data) {
        return ResourceInput.forCreate(GROUPS, json("{'data':{'type':'groups'," + members(data) + "}}"));
    }

    private static ResourceInput update(String data) {
        return ResourceInput.forUpdate(
                GROUPS, "Grp0000001", json("{'data':{'type':'groups','id':'Grp0000001'," + members(data) + "}}"));
    }

    private static String members(String data) {
        return "'relationships':{'customers':{'data':" + data + "}}";
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return ApiJson.parse(text.replace('\'', '"'));
    }
}
