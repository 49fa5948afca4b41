package io.keyledger.query.customer.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.answer.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerAccessTest {
    private static final String CUSTOMER = "customer01";
    private static final CustomerAccess NONE = new CustomerAccess(false, null);

    @Test
    void letsAnAppOfAllCustomersAtEveryOne() {
        assertThat(access(Map.of("customer_scope", "all_customers")))
                .isEqualTo(new CustomerAccess(true, "all_customers"));
    }

    @Test
    void letsAnAppOfSpecificCustomersAtThose() {
        assertThat(access(Map.of("customer_scope", "specific_customers", "customer_ids", List.of("other", CUSTOMER))))
                .isEqualTo(new CustomerAccess(true, "specific_customers"));
        assertThat(access(Map.of("customer_scope", "specific_customers", "customer_ids", List.of("other"))))
                .isEqualTo(NONE);
        assertThat(access(Map.of("customer_scope", "specific_customers"))).isEqualTo(NONE);
    }

    @Test
    void letsAnAppOfGroupsAtTheCustomersInThem() {
        assertThat(access(Map.of("customer_scope", "customer_groups", "customer_group_ids", List.of("empty", "gold"))))
                .isEqualTo(new CustomerAccess(true, "customer_groups"));
        assertThat(access(Map.of("customer_scope", "customer_groups", "customer_group_ids", List.of("empty", "gone"))))
                .isEqualTo(NONE);
    }

    @Test
    void looksAtNoListThatTheScopeDoesNotMean() {
        assertThat(access(Map.of(
                        "customer_scope", "specific_customers",
                        "customer_ids", List.of(),
                        "customer_group_ids", List.of("gold"))))
                .isEqualTo(NONE);
        assertThat(access(Map.of(
                        "customer_scope", "customer_groups",
                        "customer_ids", List.of(CUSTOMER),
                        "customer_group_ids", List.of("empty"))))
                .isEqualTo(NONE);
    }

    @Test
    void letsAnAppAtNobodyByAScopeItDoesNotKnow() {
        assertThat(access(Map.of("customer_scope", "some_day"))).isEqualTo(NONE);
        assertThat(access(Map.of())).isEqualTo(NONE);
    }

    private static CustomerAccess access(Map<String, Object> app) {
        return CustomerAccess.of(row("app0000001", app), CUSTOMER, CustomerAccessTest::groups);
    }

    private static List<Row> groups(Collection<String> ids) {
        var all = Map.of("gold", List.of("other", CUSTOMER), "empty", List.of());
        return ids.stream()
                .filter(all::containsKey)
                .map(id -> row(id, Map.of("customer_ids", all.get(id))))
                .toList();
    }

    private static Row row(String id, Map<String, Object> values) {
        return new Row(id, "org0000001", 0, new HashMap<>(values));
    }
}
