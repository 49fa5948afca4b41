package io.keyledger.authorization.bearer;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal by the filter, as the API's error document. */
final class ApiRefusal {
    private ApiRefusal() {}

    static void write(HttpServletResponse response, ErrorCode code, String detail) throws IOException {
        ErrorDocuments.write(response, new Refusal(code, detail));
    }
}
