package io.keyledger.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKeyTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2:ffff::, 20010db800010002::/64",
        "2001:db8:1:3::, 20010db800010003::/64",
        "fe80::1%1, fe80000000000000::/64",
        "an.example, an.example"
    })
    void countsANetworkOfIpv6AsOne(String address, String key) {
        assertThat(AddressKey.of(address)).isEqualTo(key);
    }

    @Test
    void cutsWhatIsNoAddress() {
        assertThat(AddressKey.of("x".repeat(1000))).hasSize(100);
    }
}
