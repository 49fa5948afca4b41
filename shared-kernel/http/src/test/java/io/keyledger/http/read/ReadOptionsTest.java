package io.keyledger.http.read;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.MEMBERSHIPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOptionsTest {
    @Test
    void asksForTheFirstTenInOrderOfCreationWhenNothingIsSaid() {
        assertThat(list(Map.of()))
                .isEqualTo(new ReadOptions(
                        1,
                        10,
                        List.of(new SortKey("created_at", false), new SortKey("id", false)),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void readsPageSortIncludeAndFields() {
        var options = list(Map.of(
                "page[number]", "3",
                "page[size]", "25",
                "sort", "-mode,id,mode",
                "include", "role.permissions,organization",
                "fields[api_credentials]", "id,name,role",
                "fields[roles]", ""));

        assertThat(options.pageNumber()).isEqualTo(3);
        assertThat(options.pageSize()).isEqualTo(25);
        assertThat(options.sort()).containsExactly(new SortKey("mode", true), new SortKey("id", false));
        assertThat(options.include()).containsExactly(List.of("role", "permissions"), List.of("organization"));
        assertThat(options.fields()).isEqualTo(Map.of("api_credentials", Set.of("name", "role"), "roles", Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "page[size], 26, INVALID_PAGE_VALUE",
        "page[size], 0, INVALID_PAGE_VALUE",
        "page[size], ten, INVALID_PAGE_VALUE",
        "page[number], -1, INVALID_PAGE_VALUE",
        "page[number], 99999999999, INVALID_PAGE_VALUE",
        "page[limit], 5, INVALID_PAGE_OBJECT",
        "page, 5, INVALID_PAGE_OBJECT",
        "sort, name, INVALID_SORT_CRITERIA",
        "sort, nothing, INVALID_SORT_CRITERIA",
        "sort, --mode, INVALID_SORT_CRITERIA",
        "sort[x], mode, INVALID_SORT_CRITERIA",
        "include, nothing, INVALID_INCLUDE",
        "include, role., INVALID_INCLUDE",
        "include, role.name, INVALID_INCLUDE",
        "include, role.organization.roles.organization, INVALID_INCLUDE",
        "fields[api_credentials], nothing, INVALID_FIELD",
        "fields[nothing], name, INVALID_FIELD",
        "fields[roles], _add_missing_base_permissions, INVALID_FIELD",
        "fields, name, INVALID_FIELD",
        "filter, x, INVALID_FILTERS_SYNTAX",
        "filter[name_eq], x, INVALID_FILTERS_SYNTAX",
        "filter[q], x, INVALID_FILTERS_SYNTAX",
        "filter[q][name], x, INVALID_FILTERS_SYNTAX",
        "filter[q][name_eq][], x, INVALID_FILTERS_SYNTAX",
        "filter[q][eq], x, INVALID_FILTERS_SYNTAX",
        "filter[q][_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][nothing_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][expires_in], 7200, FILTER_NOT_ALLOWED",
        "filter[q][client_secret_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][name_or_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][name_or_nothing_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][versions_event_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][role_organization_name_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][name_jcont], {}, FILTER_NOT_ALLOWED",
        "filter[q][metadata_eq], x, FILTER_NOT_ALLOWED",
        "filter[q][created_at_cont], x, FILTER_NOT_ALLOWED",
        "filter[q][name_true], true, FILTER_NOT_ALLOWED",
        "filter[q][expires_in_eq], soon, INVALID_FILTER_VALUE",
        "filter[q][expires_in_eq], 7200.5, INVALID_FILTER_VALUE",
        "filter[q][expires_in_eq], 99999999999999999999, INVALID_FILTER_VALUE",
        "filter[q][created_at_eq], yesterday, INVALID_FILTER_VALUE",
        "filter[q][created_at_eq], 2026-02-30, INVALID_FILTER_VALUE",
        "filter[q][created_at_eq], +999999999-01-01, INVALID_FILTER_VALUE",
        "filter[q][custom_eq], perhaps, INVALID_FILTER_VALUE",
        "filter[q][name_null], perhaps, INVALID_FILTER_VALUE",
        "filter[q][metadata_jcont], [], INVALID_FILTER_VALUE",
        "filter[q][metadata_jcont], {, INVALID_FILTER_VALUE",
        "nothing, x, PARAM_NOT_ALLOWED"
    })
    void refusesWhatDoesNotFit(String name, String value, ErrorCode code) {
        assertThat(faults(Map.of(name, value)))
                .singleElement()
                .extracting(Refusal::code, Refusal::field)
                .containsExactly(code, name.startsWith("include") ? "?include" : "?" + name);
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(faults(Map.of("sort", "x,y", "include", "z", "page[size]", "0")))
                .hasSize(4);
    }

    @Test
    void leavesParametersOfTheCallerAlone() {
        var parameters = Map.of("allow_last", new String[] {"true"});

        assertThat(ReadOptionsParser.single(API_CREDENTIALS, parameters, "allow_last")
                        .include())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"page[size], 5", "sort, id", "filter[q][name_eq], x"})
    void offersNoListParametersForOneResource(String name, String value) {
        var fault = catchThrowableOfType(
                InvalidValue.class, () -> ReadOptionsParser.single(MEMBERSHIPS, Map.of(name, new String[] {value})));

        assertThat(Objects.requireNonNull(fault).refusals())
                .extracting(Refusal::code)
                .containsExactly(ErrorCode.PARAM_NOT_ALLOWED);
    }

    private static ReadOptions list(Map<String, String> parameters) {
        return ReadOptionsParser.list(API_CREDENTIALS, Parameters.of(parameters));
    }

    private static List<Refusal> faults(Map<String, String> parameters) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidValue.class, () -> list(parameters)))
                .refusals();
    }
}
