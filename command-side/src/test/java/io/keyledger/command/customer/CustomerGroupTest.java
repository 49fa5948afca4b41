package io.keyledger.command.customer;

import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerGroupTest {
    private static final CustomerGroupId ID = new CustomerGroupId("group00001");
    private static final CustomerGroupDefined DEFINED = new CustomerGroupDefined("group00001", "org0000001", "Gold");
    private static final CustomersAssigned ASSIGNED =
            new CustomersAssigned("group00001", List.of("customer02", "customer01"));

    private final AggregateTestFixture<CustomerGroup> group = new AggregateTestFixture<>(CustomerGroup.class);

    @Test
    void definesAGroupWithItsCustomersInTheirOrder() {
        var labels = new LabelChange(Given.of("7"), Given.absent(), Given.absent());
        group.givenNoPriorActivity()
                .when(define(customers("customer02", "customer01"), labels))
                .expectEvents(DEFINED, ASSIGNED, new ReferenceChanged("customer_groups", "group00001", "7", null));
    }

    @Test
    void definesAnEmptyGroup() {
        group.givenNoPriorActivity().when(define(customers(), LabelChange.NONE)).expectEvents(DEFINED);
    }

    @Test
    void replacesItsCustomersAsAWhole() {
        group.given(DEFINED, ASSIGNED)
                .when(change(ExpectedVersions.of(1), new AssignCustomers(customers("customer03"))))
                .expectEvents(new CustomersAssigned("group00001", List.of("customer03")));
    }

    @Test
    void letsItsCustomersGo() {
        group.given(DEFINED, ASSIGNED)
                .when(change(null, new AssignCustomers(customers())))
                .expectEvents(new CustomersAssigned("group00001", List.of()));
    }

    @Test
    void recordsAnotherOrderOfTheSameCustomers() {
        group.given(DEFINED, ASSIGNED)
                .when(change(null, new AssignCustomers(customers("customer01", "customer02"))))
                .expectEvents(new CustomersAssigned("group00001", List.of("customer01", "customer02")));
    }

    @Test
    void changesNameAndLabels() {
        var labels = new LabelChange(Given.absent(), Given.of("crm"), Given.absent());
        group.given(DEFINED)
                .when(change(null, new RenameCustomerGroup(new CustomerName("Silver")), new LabelCustomerGroup(labels)))
                .expectEvents(
                        new CustomerGroupRenamed("group00001", "Silver"),
                        new ReferenceChanged("customer_groups", "group00001", null, "crm"));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        group.given(DEFINED, ASSIGNED)
                .when(change(
                        null,
                        new RenameCustomerGroup(new CustomerName("Gold")),
                        new AssignCustomers(customers("customer02", "customer01")),
                        new LabelCustomerGroup(LabelChange.NONE)))
                .expectNoEvents();
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        group.given(DEFINED, ASSIGNED)
                .when(change(ExpectedVersions.of(0), new AssignCustomers(customers())))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void deletesAGroup() {
        group.given(DEFINED, ASSIGNED)
                .when(new DeleteCustomerGroup(ID, null))
                .expectEvents(new CustomerGroupDeleted("group00001", "org0000001"))
                .expectMarkedDeleted();
    }

    @Test
    void refusesToDeleteForOneWhoSawAnotherVersion() {
        group.given(DEFINED, ASSIGNED)
                .when(new DeleteCustomerGroup(ID, ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void refusesTheSameCustomerTwice() {
        assertThat(catchThrowable(() -> customers("customer01", "customer01")))
                .matches(refusesField("customers", "taken")::matches);
    }

    @Test
    void refusesMoreThanAThousandCustomers() {
        assertThat(customers(ids(1000)).values()).hasSize(1000);
        assertThat(catchThrowable(() -> customers(ids(1001)))).matches(refusesField("customers", "too_long")::matches);
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj("cust%06d"::formatted).toArray(String[]::new);
    }

    private static CustomerList customers(String... ids) {
        return new CustomerList(List.of(ids).stream().map(CustomerId::new).toList());
    }

    private static DefineCustomerGroup define(CustomerList customers, LabelChange labels) {
        return new DefineCustomerGroup(
                ID, new OrganizationId("org0000001"), new CustomerName("Gold"), customers, labels);
    }

    private static ChangeCustomerGroup change(
            @Nullable ExpectedVersions expectedVersion, CustomerGroupChange... changes) {
        return new ChangeCustomerGroup(ID, List.of(changes), expectedVersion);
    }
}
