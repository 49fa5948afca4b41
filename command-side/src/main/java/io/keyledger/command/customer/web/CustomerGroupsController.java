package io.keyledger.command.customer.web;

import static io.keyledger.http.resources.Resources.CUSTOMER_GROUPS;

import io.keyledger.command.bus.Commands;
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
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
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

    private final AccessCheck gate;
    private final Creations creations;
    private final Commands commands;
    private final Ties ties;
    private final ResourceAnswers answers;

    CustomerGroupsController(AccessCheck gate, Creations creations, Commands commands, Ties ties, ResourceAnswers answers) {
        this.gate = gate;
        this.creations = creations;
        this.commands = commands;
        this.ties = ties;
        this.answers = answers;
    }

    @PostMapping("/api/customer_groups")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(CUSTOMER_GROUPS, body);
        var organization = gate.organizationOf(caller, CUSTOMER_GROUPS, input);
        var customers = customers(input, organization);
        return creations.answer(caller, CUSTOMER_GROUPS, organization.value(), fresh -> {
            fresh.send(new DefineCustomerGroup(
                    new CustomerGroupId(fresh.id()),
                    organization,
                    new CustomerName(input.required("name")),
                    customers,
                    Inputs.labels(input)));
            return Map.of();
        });
    }

    @PatchMapping("/api/customer_groups/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = gate.open(caller, CUSTOMER_GROUPS, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(CUSTOMER_GROUPS, id, body);
        var organization = new OrganizationId(Objects.requireNonNull(row.organizationId()));
        var changes = new ArrayList<CustomerGroupChange>();
        if (input.has("name")) {
            changes.add(new RenameCustomerGroup(new CustomerName(input.required("name"))));
        }
        if (input.hasRelated(MEMBERS)) {
            changes.add(new AssignCustomers(customers(input, organization)));
        }
        if (Inputs.hasLabels(input)) {
            changes.add(new LabelCustomerGroup(Inputs.labels(input)));
        }
        var command = new ChangeCustomerGroup(new CustomerGroupId(id), changes, Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, organization.value()));
        return answers.updated(caller, CUSTOMER_GROUPS, id);
    }

    @Described(detail = "Its customers stay; one that an app is limited to stays itself.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/customer_groups/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var row = gate.open(caller, CUSTOMER_GROUPS, id, Operation.DESTROY);
        ties.requireFreeGroup(id);
        var command = new DeleteCustomerGroup(new CustomerGroupId(id), Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.done(204);
    }

    private CustomerList customers(ResourceInput input, OrganizationId organization) {
        var ids = gate.relatedIn(organization, CUSTOMER_GROUPS, MEMBERS, input);
        return new CustomerList(ids.stream().map(CustomerId::new).toList());
    }
}
