package io.keyledger.command.customer.web;

import static io.keyledger.http.resources.Resources.CUSTOMERS;

import io.keyledger.command.customer.ChangeCustomer;
import io.keyledger.command.customer.CustomerChange;
import io.keyledger.command.customer.CustomerName;
import io.keyledger.command.customer.DeleteCustomer;
import io.keyledger.command.customer.LabelCustomer;
import io.keyledger.command.customer.RegisterCustomer;
import io.keyledger.command.customer.RenameCustomer;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.command.web.ResourceWrites;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.customer.CustomerId;
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

/** Registers, changes and deletes customers. Source: CONTRACT A2. */
@RestController
class CustomersController {
    private final ResourceWrites writes;
    private final LockedCheck locks;

    CustomersController(ResourceWrites writes, LockedCheck locks) {
        this.writes = writes;
        this.locks = locks;
    }

    @Described(refuses = ErrorCode.QUOTA_EXCEEDED)
    @PostMapping("/api/customers")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        return writes.create(
                caller,
                CUSTOMERS,
                body,
                (input, organization) -> id ->
                        new RegisterCustomer(new CustomerId(id), organization, name(input), Inputs.labels(input)));
    }

    @PatchMapping("/api/customers/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        return writes.change(caller, CUSTOMERS, id, body, request, (input, target) -> {
            var changes = new RequestedChanges<CustomerChange>(input)
                    .of("name", () -> new RenameCustomer(name(input)))
                    .ofLabels(LabelCustomer::new);
            return new ChangeCustomer(new CustomerId(id), changes.list(), target.expectedVersion());
        });
    }

    @Described(detail = "One that a group has, or whom an app is limited to, stays.", refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/customers/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        return writes.delete(caller, CUSTOMERS, id, request, target -> {
            locks.requireFreeCustomer(id);
            return new DeleteCustomer(new CustomerId(id), target.expectedVersion());
        });
    }

    private static CustomerName name(ResourceInput input) {
        return new CustomerName(input.required("name"));
    }
}
