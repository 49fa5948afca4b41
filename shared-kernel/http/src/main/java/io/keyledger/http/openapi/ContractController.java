package io.keyledger.http.openapi;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the contract without authentication: it has nothing secret in it. */
@RestController
final class ContractController {
    private final Contract contract;

    ContractController(Contract contract) {
        this.contract = contract;
    }

    @Described(
            value = "Show the contract",
            detail = "Made of what this process serves. It needs no token.",
            answers = ContractAutoConfiguration.DOCUMENT)
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(contract.bytes());
    }
}
