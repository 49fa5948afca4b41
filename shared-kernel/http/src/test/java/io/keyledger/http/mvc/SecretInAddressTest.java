package io.keyledger.http.mvc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInAddressTest extends OverHttp {
    private static final String SECRET = "klsec_live_" + "a1B2c3D4e5".repeat(4) + "123456789";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/roles?filter%5Bq%5D%5Bname_eq%5D=@",
                "/api/roles?@=1",
                "/api/roles/@",
                "/nothing/@",
                "/api/roles?filter%5Bq%5D%5Bname_eq%5D=eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0xx.c2lnbmF0dXJlMTIzNA"
            })
    void refusesASecretAnywhereInAnAddress(String path) {
        refused(get(path.replace("@", SECRET)), 400, "BAD_REQUEST");
        refused(get(path.replace("@", SECRET.replace("_", "%5F").replace("a", "%61"))), 400, "BAD_REQUEST");
    }

    @Test
    void takesWhatOnlyLooksLikeOne() {
        assertThat(get("/api/roles?name=klsec_live_short").statusCode()).isEqualTo(200);
        assertThat(get("/api/roles?name=eyJ.a.b").statusCode()).isEqualTo(200);
    }

    @Test
    void givesARequestAnotherIdThanASecret() {
        assertThat(get("/api/roles", "X-Request-Id", SECRET).headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).doesNotContain("klsec"));
    }
}
