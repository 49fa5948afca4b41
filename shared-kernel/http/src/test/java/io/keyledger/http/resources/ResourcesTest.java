package io.keyledger.http.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {
    private static final Set<String> NEVER_WRITTEN = Set.of(
            "versions",
            "audit_events",
            "audit_checkpoints",
            "api_permissions",
            "token_lifetimes",
            "token_lifetime_changes",
            "secret_expiries",
            "policy_violations");

    static Stream<ResourceType> all() {
        return Resources.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRelationshipLeadsToAResource(ResourceType type) {
        assertThat(type.relationships())
                .allSatisfy(r -> assertThat(Resources.target(r).name()).isEqualTo(r.target()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noNameStandsTwice(ResourceType type) {
        var names = Stream.concat(
                        type.attributes().stream().map(Attribute::name),
                        type.relationships().stream().map(Relationship::name))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyToManyFieldIsOneOfTheTargetsKeys(ResourceType type) {
        assertThat(type.relationships())
                .filteredOn(r -> r.many() && !r.listed())
                .allSatisfy(r -> {
                    var target = Resources.target(r);
                    assertThat(target.attribute(r.field()) != null || hasToOneKey(target, r.field()))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyResourceThatIsWrittenHasAHistory(ResourceType type) {
        assertThat(type.relationship("versions") != null).isEqualTo(!NEVER_WRITTEN.contains(type.name()));
    }

    @ParameterizedTest
    @CsvSource({
        "api_credentials, name kind, created_at updated_at reference reference_origin mode",
        "organizations, name, created_at updated_at reference reference_origin name slug domain",
        "client_secrets, effective_duration, created_at updated_at expires_at",
        "certificates, certificate, created_at updated_at not_before not_after",
        "roles, name, created_at updated_at reference reference_origin",
        "permissions, can_create can_read can_update can_destroy subject, created_at updated_at reference"
                + " reference_origin",
        "memberships, user_email, created_at updated_at reference reference_origin status",
        "customers, name, created_at updated_at reference reference_origin name",
        "customer_groups, name, created_at updated_at reference reference_origin name",
        "app_registrations, name, created_at updated_at reference reference_origin name mode expires_in status"
                + " last_used_at"
                + " created_by updated_by",
        "api_permissions, '', name subject",
        "users, '', created_at updated_at reference reference_origin email first_name last_name",
        "versions, '', created_at updated_at reference reference_origin"
    })
    void requiredAndSortableAttributesAreThoseOfTheContract(String name, String required, String sortable) {
        var type = type(name);
        assertThat(type.attributes())
                .filteredOn(a -> a.create() == Given.REQUIRED)
                .extracting(Attribute::name)
                .containsExactlyInAnyOrderElementsOf(words(required));
        assertThat(type.attributes())
                .filteredOn(Attribute::sortable)
                .extracting(Attribute::name)
                .containsExactlyInAnyOrderElementsOf(words(sortable));
    }

    @Test
    void secretsCannotBeFilteredOn() {
        assertThat(Resources.API_CREDENTIALS.attributes())
                .filteredOn(a -> !a.filterable())
                .extracting(Attribute::name)
                .containsExactly("client_secret", "client_secret_hint", "client_secret_expires_at");
        assertThat(Resources.CLIENT_SECRETS.attribute("client_secret"))
                .isNotNull()
                .matches(a -> !a.filterable() && !a.sortable());
    }

    private static ResourceType type(String name) {
        var type = Resources.byName(name);
        assertThat(type).isNotNull();
        return type;
    }

    private static boolean hasToOneKey(ResourceType target, String field) {
        return target.relationships().stream()
                .anyMatch(r -> !r.many() && r.field().equals(field));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
