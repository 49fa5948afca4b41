package io.keyledger.command.customer;

import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.reference.FreeForm;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private static final CustomerId ID = new CustomerId("customer01");
    private static final CustomerRegistered REGISTERED = new CustomerRegistered("customer01", "org0000001", "Acme");
    private static final LabelChange NUMBER_SEVEN =
            new LabelChange(Given.of("7"), Given.of("crm"), Given.of(Map.of("tier", "gold")));

    private final AggregateTestFixture<Customer> customer = new AggregateTestFixture<>(Customer.class);

    @Test
    void registersACustomer() {
        customer.givenNoPriorActivity()
                .when(new RegisterCustomer(
                        ID, new OrganizationId("org0000001"), new CustomerName("Acme"), NUMBER_SEVEN))
                .expectEvents(
                        REGISTERED,
                        new ReferenceChanged("customers", "customer01", "7", "crm"),
                        new MetadataChanged("customers", "customer01", Map.of("tier", "gold")));
    }

    @Test
    void changesNameAndLabels() {
        customer.given(REGISTERED)
                .when(change(
                        ExpectedVersions.of(0),
                        new RenameCustomer(new CustomerName("Acme Ltd")),
                        new LabelCustomer(NUMBER_SEVEN)))
                .expectEvents(
                        new CustomerRenamed("customer01", "Acme Ltd"),
                        new ReferenceChanged("customers", "customer01", "7", "crm"),
                        new MetadataChanged("customers", "customer01", Map.of("tier", "gold")));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        customer.given(REGISTERED, new CustomerRenamed("customer01", "Acme Ltd"))
                .when(change(
                        null, new RenameCustomer(new CustomerName("Acme Ltd")), new LabelCustomer(LabelChange.NONE)))
                .expectNoEvents();
    }

    /** Stored before there were bounds. */
    @Test
    void replaysMetadataBeyondTheBounds() {
        var large = Map.<String, Object>of("a", "x".repeat(FreeForm.MOST_BYTES));

        customer.given(REGISTERED, new MetadataChanged("customers", "customer01", large))
                .when(change(null, new RenameCustomer(new CustomerName("Acme Ltd"))))
                .expectEvents(new CustomerRenamed("customer01", "Acme Ltd"));
    }

    @Test
    void refusesMetadataBeyondTheBounds() {
        var large = Map.<String, @Nullable Object>of("a", "x".repeat(FreeForm.MOST_BYTES));

        assertThat(catchThrowable(() -> new LabelChange(Given.absent(), Given.absent(), Given.of(large))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        customer.given(REGISTERED, new MetadataChanged("customers", "customer01", Map.of("tier", "gold")))
                .when(change(ExpectedVersions.of(0), new RenameCustomer(new CustomerName("Acme Ltd"))))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void deletesACustomer() {
        customer.given(REGISTERED)
                .when(new DeleteCustomer(ID, ExpectedVersions.of(0)))
                .expectEvents(new CustomerDeleted("customer01", "org0000001"))
                .expectMarkedDeleted();
    }

    @Test
    void refusesToDeleteForOneWhoSawAnotherVersion() {
        customer.given(REGISTERED)
                .when(new DeleteCustomer(ID, ExpectedVersions.of(5)))
                .expectNoEvents()
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void refusesANameOfMoreThanAHundredCharacters() {
        assertThat(new CustomerName("ü".repeat(100)).value()).hasSize(100);
        assertThat(catchThrowable(() -> new CustomerName("a".repeat(101))))
                .matches(refusesField("name", "too_long")::matches);
    }

    private static ChangeCustomer change(@Nullable ExpectedVersions expectedVersion, CustomerChange... changes) {
        return new ChangeCustomer(ID, List.of(changes), expectedVersion);
    }
}
