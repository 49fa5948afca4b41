package io.keyledger.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void aPlainNameIsARelationshipWhereRequestsNameOne() {
        assertThat(Source.member("role")).containsEntry("pointer", "/data/relationships/role");
        assertThat(Source.member("customers")).containsEntry("pointer", "/data/relationships/customers");
    }

    @Test
    void aPlainNameIsAnAttributeWhereTheRelationshipOfThatNameIsOnlyShown() {
        assertThat(Source.member("permissions")).containsEntry("pointer", "/data/attributes/permissions");
    }
}
