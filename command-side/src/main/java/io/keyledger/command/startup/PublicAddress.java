package io.keyledger.command.startup;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The public address of the service, which is the issuer of its tokens, without a slash at the end. */
@Component
public class PublicAddress {
    private final String issuer;

    PublicAddress(@Value("${keyledger.issuer:http://localhost:${server.port:8080}}") String issuer) {
        this.issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    /** The bare address. */
    public String issuer() {
        return issuer;
    }
}
