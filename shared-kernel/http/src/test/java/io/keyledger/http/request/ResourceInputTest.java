package io.keyledger.http.request;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.MEMBERSHIPS;
import static io.keyledger.http.resources.Resources.OWNERSHIP_TRANSFER;
import static io.keyledger.http.resources.Resources.ROLES;
import static io.keyledger.http.resources.Resources.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceInputTest {
    private static final String ORGANIZATION =
            "'relationships':{'organization':{'data':{'type':'organizations','id':'Org0000001'}}}";

    @Test
    void readsACreation() {
        var input = create("{'name':'Shop','kind':'integration','expires_in':7200,'custom':'true',"
                + "'reference':null,'metadata':{'a':{'b':[1,null]}}}");

        assertThat(input.required("name")).isEqualTo("Shop");
        assertThat(input.integer("expires_in")).isEqualTo(7200);
        assertThat(input.bool("custom")).isTrue();
        assertThat(input.has("reference")).isTrue();
        assertThat(input.string("reference")).isNull();
        assertThat(input.has("reference_origin")).isFalse();
        assertThat(input.object("metadata")).extractingByKey("a").isInstanceOf(Map.class);
        assertThat(input.requiredRelated("organization")).isEqualTo("Org0000001");
        assertThat(input.hasRelated("role")).isFalse();
    }

    @Test
    void takesARelationshipOff() {
        var input = update("'relationships':{'role':{'data':null}}");

        assertThat(input.hasRelated("role")).isTrue();
        assertThat(input.related("role")).isNull();
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        var faults = faults(() -> ResourceInput.forCreate(
                API_CREDENTIALS,
                json("{'data':{'type':'api_credentials','attributes':{'name':' ','expires_in':7199}}}")));

        assertThat(faults)
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder(
                        "/data/attributes/name",
                        "/data/attributes/expires_in",
                        "/data/attributes/kind",
                        "/data/relationships/organization");
        assertThat(faults).extracting(Refusal::code).containsOnly(ErrorCode.VALIDATION_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':''}                    | blank",
                "{'name':null}                  | blank",
                "{'name':5}                     | invalid",
                "{'name':'a\\u001bb'}           | invalid",
                "{'name':'a\\r\\nb'}            | invalid",
                "{'mode':'staging'}             | inclusion",
                "{'expires_in':7199}            | greater_than_or_equal_to",
                "{'expires_in':31536001}        | less_than_or_equal_to",
                "{'expires_in':1e300}           | less_than_or_equal_to",
                "{'expires_in':7200.5}          | not_an_integer",
                "{'expires_in':'7200'}          | not_a_number",
                "{'custom':'yes'}               | inclusion",
                "{'metadata':[]}                | invalid"
            })
    void refusesAValueThatBreaksARule(String attributes, String rule) {
        var faults = faults(() -> create(attributes.replace("{'", "{'kind':'integration','")));

        assertThat(faults)
                .filteredOn(f -> !Objects.equals(f.field(), "/data/attributes/name") || attributes.contains("name"))
                .singleElement()
                .extracting(Refusal::code, Refusal::rule)
                .containsExactly(ErrorCode.VALIDATION_ERROR, rule);
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(create("{'kind':'integration','name':'" + "é".repeat(255) + "'}")
                        .has("name"))
                .isTrue();
        assertThat(faults(() -> create("{'kind':'integration','name':'" + "é".repeat(256) + "'}")))
                .singleElement()
                .isEqualTo(new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "is too long (maximum is 255 characters)",
                        "/data/attributes/name",
                        "too_long",
                        Map.of("count", 255)));
    }

    @Test
    void saysWhatWasGivenAndWhatIsTheBound() {
        assertThat(faults(() -> update("'attributes':{'expires_in':100}")))
                .singleElement()
                .extracting(Refusal::meta)
                .isEqualTo(Map.of("value", 100, "count", 7200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                               | INVALID_DATA_FORMAT     | ''",
                "{}                                                               | PARAM_MISSING           | /data",
                "{'data':[]}                                                      | INVALID_DATA_FORMAT     | /data",
                "{'data':null}                                                    | INVALID_DATA_FORMAT     | /data",
                "{'data':{'id':'App0000001'}}                                     | PARAM_MISSING           | /data/type",
                "{'data':{'type':'roles','id':'App0000001'}}                      | TYPE_MISMATCH           | /data/type",
                "{'data':{'type':'api_credentials'}}                              | PARAM_MISSING           | /data/id",
                "{'data':{'type':'api_credentials','id':'App0000002'}}            | KEY_NOT_INCLUDED_IN_URL | /data/id",
                "{'data':{'type':'api_credentials','id':'App0000001','attributes':1}} | INVALID_DATA_FORMAT | /data/attributes"
            })
    void refusesADocumentOfTheWrongForm(String body, ErrorCode code, String pointer) {
        assertThat(faults(() -> ResourceInput.forUpdate(API_CREDENTIALS, "App0000001", json(body))))
                .singleElement()
                .extracting(Refusal::code, Refusal::field)
                .containsExactly(code, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'attributes':{'colour':'red'}}                            | PARAM_NOT_ALLOWED    | /data/attributes/colour",
                "{'attributes':{'kind':'webapp'}}                           | PARAM_NOT_ALLOWED    | /data/attributes/kind",
                "{'attributes':{'client_id':'x'}}                           | PARAM_NOT_ALLOWED    | /data/attributes/client_id",
                "{'attributes':{'a/b~c':'x'}}                               | PARAM_NOT_ALLOWED    | /data/attributes/a~1b~0c",
                "{'relationships':{'organization':{'data':null}}}           | PARAM_NOT_ALLOWED    | /data/relationships/organization",
                "{'relationships':{'versions':{'data':[]}}}                 | PARAM_NOT_ALLOWED    | /data/relationships/versions",
                "{'relationships':{'role':{}}}                              | INVALID_LINKS_OBJECT | /data/relationships/role",
                "{'relationships':{'role':5}}                               | INVALID_LINKS_OBJECT | /data/relationships/role",
                "{'relationships':{'role':{'data':[]}}}                     | INVALID_LINKS_OBJECT | /data/relationships/role",
                "{'relationships':{'role':{'data':{'id':'Rol0000001'}}}}    | INVALID_LINKS_OBJECT | /data/relationships/role",
                "{'relationships':{'role':{'data':{'type':'roles','id':1}}}} | INVALID_LINKS_OBJECT | /data/relationships/role",
                "{'relationships':{'role':{'data':{'type':'apps','id':'Rol0000001'}}}} | TYPE_MISMATCH | /data/relationships/role",
                "{'relationships':{'role':{'data':{'type':'roles','id':'../x'}}}} | VALIDATION_ERROR | /data/relationships/role"
            })
    void refusesAMemberThatMayNotBeGiven(String members, ErrorCode code, String pointer) {
        assertThat(faults(() -> update(members.substring(1, members.length() - 1))))
                .singleElement()
                .extracting(Refusal::code, Refusal::field)
                .containsExactly(code, pointer);
    }

    @Test
    void answersTheFormBeforeTheValues() {
        assertThat(faults(() -> update("'attributes':{'name':'','colour':'red'}")))
                .extracting(Refusal::code)
                .containsExactly(ErrorCode.PARAM_NOT_ALLOWED);
    }

    @Test
    void keepsARoleOnceItIsRequired() {
        var body = json("{'data':{'type':'memberships','id':'Mem0000001','relationships':{'role':{'data':null}}}}");

        assertThat(faults(() -> ResourceInput.forUpdate(MEMBERSHIPS, "Mem0000001", body)))
                .containsExactly(ResourceInput.mustExist("role"));
    }

    @Test
    void pullsATrigger() {
        var body =
                json("{'data':{'type':'roles','id':'Rol0000001','attributes':{'_add_missing_base_permissions':true}}}");

        var input = ResourceInput.forUpdate(ROLES, "Rol0000001", body);

        assertThat(input.isTrue("_add_missing_base_permissions")).isTrue();
        assertThat(input.isTrue("name")).isFalse();
    }

    @Test
    void letsOnlyTheSingletonLeaveItsIdOut() {
        var body = json("{'data':{'type':'users','attributes':{'first_name':'Ada'}}}");

        assertThat(ResourceInput.forUpdate(USERS, "Usr0000001", body).string("first_name"))
                .isEqualTo("Ada");
    }

    @Test
    void wantsTheIdOfTheSingletonRightWhereOneIsGiven() {
        var body = json("{'data':{'type':'users','id':null,'attributes':{'first_name':'Ada'}}}");

        assertThat(faults(() -> ResourceInput.forUpdate(USERS, "Usr0000001", body)))
                .singleElement()
                .extracting(Refusal::code, Refusal::field)
                .containsExactly(ErrorCode.KEY_NOT_INCLUDED_IN_URL, "/data/id");
    }

    @Test
    void readsAnAction() {
        var body = json("{'data':{'type':'organizations','id':'Org0000001',"
                + "'attributes':{'new_owner_email':'a@b.c'},'relationships':{}}}");

        assertThat(ResourceInput.forAction(OWNERSHIP_TRANSFER, "Org0000001", body)
                        .required("new_owner_email"))
                .isEqualTo("a@b.c");
        var empty = json("{'data':{'type':'organizations','id':'Org0000001'}}");
        assertThat(faults(() -> ResourceInput.forAction(OWNERSHIP_TRANSFER, "Org0000001", empty)))
                .extracting(Refusal::rule)
                .containsExactly("blank");
    }

    @Test
    void acceptsAnActionWithoutData() {
        ResourceInput.forBareAction(null);
        ResourceInput.forBareAction(json("{}"));
        ResourceInput.forBareAction(json("{'data':{}}"));
        assertThatThrownBy(() -> ResourceInput.forBareAction(json("{'data':[1]}")))
                .isInstanceOf(InvalidValue.class);
    }

    private static ResourceInput create(String attributes) {
        var whole = attributes.contains("'name'") ? attributes : attributes.replaceFirst("\\{", "{'name':'n',");
        return ResourceInput.forCreate(
                API_CREDENTIALS,
                json("{'data':{'type':'api_credentials','attributes':" + whole + "," + ORGANIZATION + "}}"));
    }

    private static ResourceInput update(String members) {
        return ResourceInput.forUpdate(
                API_CREDENTIALS,
                "App0000001",
                json("{'data':{'type':'api_credentials','id':'App0000001'," + members + "}}"));
    }

    private static List<Refusal> faults(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidValue.class, reading))
                .refusals();
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return ApiJson.parse(text.replace('\'', '"'));
    }
}
