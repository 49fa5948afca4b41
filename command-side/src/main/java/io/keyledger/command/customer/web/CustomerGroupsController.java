package io.keyledger.command.customer.web;

import static io.keyledger.http.resources.Resources.CUSTOMER_GROUPS;

import io.keyledger.command.customer.AssignCustomers;
import io.keyledger.command.customer.ChangeCustomerGroup;
import io.keyledger.command.customer.CustomerGroupChange;
import io.keyledger.command.customer.CustomerList;
import io.keyledger.command.customer.CustomerName;
import io.keyledger.command.customer.DefineCustomerGroup;
import io.keyledger.command.customer.DeleteCustomerGroup;
import io.keyledger.command.customer.LabelCustomerGroup;
import io.keyledger.command.customer.RenameCustomerGroup;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Defines, changes and deletes groups of customers. Source: CONTRACT A2. */
@RestController
class CustomerGroupsController {
    private static final String MEMBERS = "customers";

    private final ResourceWrites writes;
    private final AccessCheck access;
    private final LockedCheck locks;

    CustomerGroupsController(ResourceWrites writes, AccessCheck access, LockedCheck locks) {
        this.writes = writes;
        this.access = access;
        this.locks = locks;
    }

    @Described(refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/customer_groups")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        return writes.create(caller, CUSTOMER_GROUPS, body, (input, organization) -> {
            var customers = customers(input, organization);
            return id -> new DefineCustomerGroup(
                    new CustomerGroupId(id), organization, name(input), customers, Inputs.labels(input));
        });
    }

    @PatchMapping("/api/customer_groups/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        return writes.change(caller, CUSTOMER_GROUPS, id, body, request, (input, target) -> {
            var changes = new RequestedChanges<CustomerGroupChange>(input)
                    .of("name", () -> new RenameCustomerGroup(name(input)))
                    .ofRelated(MEMBERS, () -> new AssignCustomers(customers(input, target.organization())))
                    .ofLabels(LabelCustomerGroup::new);
            return new ChangeCustomerGroup(new CustomerGroupId(id), changes.list(), target.expectedVersion());
        });
    }

    @Described(detail = "Its customers stay; one that an app is limited to stays itself.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/customer_groups/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return writes.delete(caller, CUSTOMER_GROUPS, id, request, target -> {
            locks.requireFreeGroup(id);
            return new DeleteCustomerGroup(new CustomerGroupId(id), target.expectedVersion());
        });
    }

    private static CustomerName name(ResourceInput input) {
        return new CustomerName(input.required("name"));
    }

    private CustomerList customers(ResourceInput input, OrganizationId organization) {
        var ids = access.relatedIn(organization, CUSTOMER_GROUPS, MEMBERS, input);
        return new CustomerList(ids.stream().map(CustomerId::new).toList());
    }
}
