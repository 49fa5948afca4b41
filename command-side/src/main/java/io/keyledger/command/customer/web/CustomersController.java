package io.keyledger.command.customer.web;

import static io.keyledger.http.resources.Resources.CUSTOMERS;

import io.keyledger.command.bus.Commands;
import io.keyledger.command.customer.ChangeCustomer;
import io.keyledger.command.customer.CustomerChange;
import io.keyledger.command.customer.CustomerName;
import io.keyledger.command.customer.DeleteCustomer;
import io.keyledger.command.customer.LabelCustomer;
import io.keyledger.command.customer.RegisterCustomer;
import io.keyledger.command.customer.RenameCustomer;
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
import io.keyledger.kernel.customer.CustomerId;
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

/** Registers, changes and deletes customers. Source: CONTRACT A2. */
@RestController
class CustomersController {
    private final AccessCheck gate;
    private final Creations creations;
    private final Commands commands;
    private final Ties ties;
    private final ResourceAnswers answers;

    CustomersController(AccessCheck gate, Creations creations, Commands commands, Ties ties, ResourceAnswers answers) {
        this.gate = gate;
        this.creations = creations;
        this.commands = commands;
        this.ties = ties;
        this.answers = answers;
    }

    @PostMapping("/api/customers")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(CUSTOMERS, body);
        var organization = gate.organizationOf(caller, CUSTOMERS, input);
        return creations.answer(caller, CUSTOMERS, organization.value(), fresh -> {
            fresh.send(new RegisterCustomer(
                    new CustomerId(fresh.id()),
                    organization,
                    new CustomerName(input.required("name")),
                    Inputs.labels(input)));
            return Map.of();
        });
    }

    @PatchMapping("/api/customers/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = gate.open(caller, CUSTOMERS, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(CUSTOMERS, id, body);
        var changes = new ArrayList<CustomerChange>();
        if (input.has("name")) {
            changes.add(new RenameCustomer(new CustomerName(input.required("name"))));
        }
        if (Inputs.hasLabels(input)) {
            changes.add(new LabelCustomer(Inputs.labels(input)));
        }
        var command = new ChangeCustomer(new CustomerId(id), changes, Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.updated(caller, CUSTOMERS, id);
    }

    @Described(detail = "One that a group has, or whom an app is limited to, stays.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/customers/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var row = gate.open(caller, CUSTOMERS, id, Operation.DESTROY);
        ties.requireFreeCustomer(id);
        var command = new DeleteCustomer(new CustomerId(id), Preconditions.ifMatch(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.done(204);
    }
}
