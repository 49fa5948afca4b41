package io.keyledger.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedAddressesValveTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.9.5.1                     | 9.9.5.1",
                "9.9.5.1:1000                | 9.9.5.1",
                "8.8.8.8, 9.9.5.1:65535      | 8.8.8.8, 9.9.5.1",
                "[2001:db8::1]:55            | 2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]               | 2001:db8:0:0:0:0:0:1",
                "2001:DB8::1                 | 2001:db8:0:0:0:0:0:1",
                "::ffff:6.6.6.7              | 6.6.6.7",
                "[::ffff:6.6.6.7]:80         | 6.6.6.7",
            })
    void writesOneAddressOneWay(String header, String known) {
        assertThat(ForwardedAddressesValve.known(header)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown                     | ''",
                "junk1, 9.9.5.1              | 9.9.5.1",
                "9.9.5.1, junk               | ''",
                "9.9.5.1,                    | ''",
                "8.8.8.8, _hidden, 9.9.5.1:1 | 9.9.5.1",
                "9.9.5.1:999999              | ''",
                "[9.9.5.1                    | ''",
                "a.example:80                | ''",
            })
    void leavesOutWhatIsNoAddressAndAllBeforeIt(String header, String known) {
        assertThat(ForwardedAddressesValve.known(header)).isEqualTo(known);
    }
}
