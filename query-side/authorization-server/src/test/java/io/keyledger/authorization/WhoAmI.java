package io.keyledger.authorization;

import io.keyledger.kernel.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the caller that reaches a controller of the API. */
@RestController
class WhoAmI {
    @GetMapping("/api/whoami")
    Caller whoAmI(Caller caller) {
        return caller;
    }
}
