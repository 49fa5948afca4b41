package io.keyledger.query.customer.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;
import static io.keyledger.http.resources.Resources.CUSTOMERS;
import static io.keyledger.http.resources.Resources.CUSTOMER_GROUPS;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.error.Source;
import io.keyledger.http.openapi.Described;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether an app may work with a customer, to callers who may read the app. Source: CONTRACT A2. */
@RestController
class CustomerAccessController {
    private static final String CUSTOMER_ID = "customer_id";

    private final Reader reader;

    CustomerAccessController(Reader reader) {
        this.reader = reader;
    }

    @Described(
            value = "Say whether an app may work with a customer",
            detail = "As the customer scope of the app says; the customer is one of the app's organization.",
            answers = CustomerAccessContract.NAME,
            parameters = @Described.Parameter(name = CUSTOMER_ID, meaning = "Id of the customer.", required = true))
    @GetMapping("/api/app_registrations/{id}/customer_access")
    ResponseEntity<Object> show(Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
        var app = reader.get(caller, APP_REGISTRATIONS, id);
        var customer = customer(app, customerId(request));
        var access = CustomerAccess.of(app, customer.id(), ids -> reader.findAll(CUSTOMER_GROUPS, ids));
        return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(CustomerAccessContract.document(access));
    }

    private Row customer(Row app, String customerId) {
        var row = reader.find(CUSTOMERS, customerId);
        if (row == null || !Objects.equals(row.organizationId(), app.organizationId())) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such customer"));
        }
        return row;
    }

    private static String customerId(HttpServletRequest request) {
        for (var name : request.getParameterMap().keySet()) {
            if (!name.equals(CUSTOMER_ID)) {
                throw invalid(ErrorCode.PARAM_NOT_ALLOWED, name, name + " is not allowed here");
            }
        }
        var given = request.getParameterValues(CUSTOMER_ID);
        if (given == null || given[0].isBlank()) {
            throw invalid(ErrorCode.PARAM_MISSING, CUSTOMER_ID, "customer_id is missing");
        }
        if (given.length > 1) {
            throw invalid(ErrorCode.PARAM_NOT_ALLOWED, CUSTOMER_ID, "customer_id is given more than once");
        }
        return given[0];
    }

    private static InvalidValue invalid(ErrorCode code, String parameter, String detail) {
        return new InvalidValue(new Refusal(code, detail, Source.parameter(parameter), null, Map.of()));
    }
}
