package io.keyledger.authorization.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowSTest {
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();

    @ParameterizedTest
    @ValueSource(longs = {1, 255, 256, Long.MAX_VALUE})
    void takesTheLowerOfTwoAndMakesItOfTheOther(long s) {
        var low = signature(BigInteger.valueOf(s));
        var high = signature(ORDER.subtract(BigInteger.valueOf(s)));

        assertThat(LowS.is(low)).isTrue();
        assertThat(LowS.is(high)).isFalse();
        assertThat(LowS.of(Base64URL.encode(low)).decode()).isEqualTo(low);
        assertThat(LowS.of(Base64URL.encode(high)).decode()).isEqualTo(low);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65, 70})
    void takesNoSignatureOfAnotherLength(int bytes) {
        assertThat(LowS.is(new byte[bytes])).isFalse();
    }

    private static byte[] signature(BigInteger s) {
        var bytes = new byte[64];
        bytes[31] = 7;
        var number = s.toByteArray();
        var from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, bytes, 64 - (number.length - from), number.length - from);
        return bytes;
    }
}
