package io.keyledger.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "/api/roles, COLLECTION, roles, ",
        "/api/roles/{id}, MEMBER, roles, ",
        "/api/roles/{id}/permissions, RELATED, permissions, roles",
        "/api/roles/{id}/organization, RELATED, organizations, roles",
        "/api/roles/{id}/relationships/permissions, IDENTIFIERS, permissions, roles",
        "/api/roles/{id}/users, COLLECTION, users, roles",
        "/api/roles/{id}/permissions/{pid}, MEMBER, permissions, roles",
        "/api/user, MEMBER, users, ",
        "/api/user/versions, RELATED, versions, users",
        "/api/user/relationships/versions, IDENTIFIERS, versions, users",
        "/api/roles/{id}/resend, OTHER, , ",
        "/api/nothing, OTHER, , ",
        "/api/nothing/{id}/roles/{rid}, OTHER, , ",
        "/oauth/roles, OTHER, , "
    })
    void tellsWhatAnAddressLeadsTo(String path, Address.Form form, String type, String owner) {
        var address = Address.of(path);

        assertThat(address.form()).isEqualTo(form);
        assertThat(address.type() == null ? null : address.type().name()).isEqualTo(type);
        assertThat(address.owner() == null ? null : address.owner().name()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/roles, listRoles, List roles",
        "GET, /api/roles/{id}, getRole, Show a role",
        "POST, /api/roles, createRole, Create a role",
        "PATCH, /api/api_credentials/{id}, updateApiCredential, Change an api credential",
        "DELETE, /api/memberships/{id}, deleteMembership, Delete a membership",
        "GET, /api/roles/{id}/permissions, listRolePermissions, List the permissions of a role",
        "POST, /api/roles/{id}/permissions, createRolePermission, Create a permission of a role",
        "DELETE, /api/roles/{id}/permissions/{pid}, deleteRolePermission, Delete a permission of a role",
        "GET, /api/roles/{id}/organization, getRoleOrganization, Show the organization of a role",
        "GET, /api/roles/{id}/relationships/permissions, identifyRolePermissions, Identify the permissions of a role",
        "PATCH, /api/user, updateUser, Change the user of the token"
    })
    void namesTheOperationsOfTheUsualForms(String method, String path, String id, String title) {
        var operationNames = new OperationNames(method, Objects.requireNonNull(Address.of(path)));

        assertThat(operationNames.id()).isEqualTo(id);
        assertThat(operationNames.title()).isEqualTo(title);
    }
}
