package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.ROLE;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.newApp;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesFields;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the full face of an app can change that the compact one cannot. */
class TokenScopeTest {
    private static final String ID = "app0000001";
    private static final List<CustomerId> CUSTOMER = List.of(new CustomerId("customer01"));
    private static final List<CustomerGroupId> GROUP = List.of(new CustomerGroupId("group00001"));
    private static final CustomerScopeChanged ONE_CUSTOMER =
            new CustomerScopeChanged(ID, "specific_customers", List.of("customer01"), List.of());

    @Test
    void handsOutPermissionsOfTheCatalogue() {
        fixture()
                .given(integration())
                .when(permissions("orders:read", "skus:read"))
                .expectEvents(new ApiPermissionsChanged(ID, List.of("orders:read", "skus:read")));
    }

    @Test
    void refusesPermissionsThatAreNotInTheCatalogueAndNamesEach() {
        fixture()
                .given(integration())
                .when(permissions("orders:read", "nonsense", "provisioning-api"))
                .expectNoEvents()
                .expectException(refusesFields("permissions inclusion", "permissions inclusion"));
    }

    @Test
    void keepsAPermissionThatHasLeftTheCatalogue() {
        fixture()
                .given(integration(), new ApiPermissionsChanged(ID, List.of("gone:read")))
                .when(permissions("gone:read", "orders:read"))
                .expectEvents(new ApiPermissionsChanged(ID, List.of("gone:read", "orders:read")));
    }

    @Test
    void limitsAnAppToCustomers() {
        fixture()
                .given(integration())
                .when(scope(CustomerScope.SPECIFIC_CUSTOMERS, CUSTOMER, null))
                .expectEvents(ONE_CUSTOMER);
    }

    @Test
    void forgetsTheCustomersWhenGroupsTakeTheirPlace() {
        fixture()
                .given(integration(), ONE_CUSTOMER)
                .when(scope(CustomerScope.CUSTOMER_GROUPS, null, GROUP))
                .expectEvents(new CustomerScopeChanged(ID, "customer_groups", List.of(), List.of("group00001")));
    }

    @Test
    void forgetsTheCustomersWhenAllAreMeant() {
        fixture()
                .given(integration(), ONE_CUSTOMER)
                .when(scope(CustomerScope.ALL_CUSTOMERS, null, null))
                .expectEvents(new CustomerScopeChanged(ID, "all_customers", List.of(), List.of()));
    }

    @Test
    void needsSomebodyInAScopeThatNamesThem() {
        fixture()
                .given(integration())
                .when(scope(CustomerScope.SPECIFIC_CUSTOMERS, null, null))
                .expectException(refusesField("customers", "blank"));
        fixture()
                .given(integration())
                .when(scope(CustomerScope.CUSTOMER_GROUPS, null, List.of()))
                .expectException(refusesField("customer_groups", "blank"));
        fixture()
                .given(integration(), ONE_CUSTOMER)
                .when(scope(null, List.of(), null))
                .expectException(refusesField("customers", "blank"));
    }

    @Test
    void refusesCustomersThatTheScopeDoesNotMean() {
        fixture()
                .given(integration())
                .when(scope(CustomerScope.ALL_CUSTOMERS, CUSTOMER, GROUP))
                .expectException(refusesFields("customers present", "customer_groups present"));
    }

    @Test
    void recordsNothingWhenTheTokenScopeIsAsItWas() {
        fixture()
                .given(integration(), ONE_CUSTOMER)
                .when(scope(CustomerScope.SPECIFIC_CUSTOMERS, CUSTOMER, null))
                .expectNoEvents();
        fixture().given(integration()).when(permissions()).expectNoEvents();
    }

    @Test
    void registersAnAppWithoutSecretAndRoleWithItsTokenScope() {
        var scope = new TokenScopeChange(
                Given.of(List.of("orders:read")), CustomerScope.SPECIFIC_CUSTOMERS, Given.of(CUSTOMER), Given.absent());
        var bare = newApp("integration");
        var full = NewApp.of(bare.organizationId(), bare.kind(), bare.mode(), bare.clientId(), bare.name())
                .attributes(List.of(new ChangeTokenScope(APP, scope)))
                .build();
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, full, uris("https://a.example/1", "https://a.example/2"), null))
                .expectEvents(
                        AppFixtures.registered("integration", 7200, "https://a.example/1", null),
                        new RedirectUrisChanged(ID, List.of("https://a.example/1", "https://a.example/2")),
                        new ApiPermissionsChanged(ID, List.of("orders:read")),
                        ONE_CUSTOMER);
    }

    @Test
    void takesTheRoleOffInTheFullFace() {
        fixture()
                .given(integration())
                .when(change(new AssignRole(APP, null, Representation.FULL)))
                .expectEvents(new RoleAssigned(ID, null));
        fixture()
                .given(integration())
                .when(change(new AssignRole(APP, ROLE, Representation.FULL)))
                .expectNoEvents();
    }

    @Test
    void replacesTheFirstAddressAndKeepsTheRest() {
        fixture()
                .given(
                        integration(),
                        new RedirectUrisChanged(ID, List.of("https://a.example/1", "https://a.example/2")))
                .when(change(new ChangeRedirectUri(APP, new RedirectUri("https://a.example/3"))))
                .expectEvents(new RedirectUrisChanged(ID, List.of("https://a.example/3", "https://a.example/2")));
    }

    @Test
    void clearsAllAddressesThroughTheCompactFace() {
        fixture()
                .given(
                        integration(),
                        new RedirectUrisChanged(ID, List.of("https://a.example/1", "https://a.example/2")))
                .when(change(new ChangeRedirectUri(APP, null)))
                .expectEvents(new RedirectUrisChanged(ID, List.of()));
    }

    @Test
    void knowsTheOneAddressOfAnOlderLedger() {
        fixture()
                .given(integration(), new RedirectUrisChanged(ID, List.of("https://a.example/1")))
                .when(change(new ChangeRedirectUris(APP, uris("https://a.example/1"))))
                .expectNoEvents();
    }

    @Test
    void needsAnAddressWhereTheKindDoes() {
        fixture()
                .given(AppFixtures.registered("webapp", 7200, "https://a.example/1", null))
                .when(change(new ChangeRedirectUris(APP, RedirectUris.NONE)))
                .expectException(refusesField("redirect_uris", "blank"));
    }

    @Test
    void isSwitchedOffAndOnAgain() {
        fixture()
                .given(integration())
                .when(change(new SetAppEnabled(APP, false)))
                .expectEvents(new AppDisabled(ID));
        fixture()
                .given(integration())
                .when(change(new SetAppEnabled(APP, true)))
                .expectNoEvents();
        fixture()
                .given(integration(), new AppDisabled(ID))
                .when(change(new SetAppEnabled(APP, true)))
                .expectEvents(new AppEnabled(ID));
    }

    private static ChangeApp permissions(String... names) {
        return change(new ChangeTokenScope(
                APP, new TokenScopeChange(Given.of(List.of(names)), null, Given.absent(), Given.absent())));
    }

    private static ChangeApp scope(
            @Nullable CustomerScope scope,
            @Nullable List<CustomerId> customers,
            @Nullable List<CustomerGroupId> groups) {
        return change(new ChangeTokenScope(
                APP,
                new TokenScopeChange(
                        Given.absent(),
                        scope,
                        customers == null ? Given.absent() : Given.of(customers),
                        groups == null ? Given.absent() : Given.of(groups))));
    }

    private static RedirectUris uris(String... addresses) {
        return new RedirectUris(
                List.of(addresses).stream().map(RedirectUri::new).toList());
    }

    private static ChangeApp change(AppChange change) {
        return new ChangeApp(APP, List.of(change), null);
    }
}
