package io.keyledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class Base62Properties {
    @Property(tries = 500)
    void writesTheLowestDigitsOfTheNumberLowestFirst(
            @ForAll @Size(max = 40) byte[] hash, @ForAll @IntRange(min = 1, max = 60) int length) {
        var number = BigInteger.ZERO;
        var text = Base62.shortened(hash, length);
        for (int at = length - 1; at >= 0; at--) {
            number = number.multiply(BigInteger.valueOf(Base62.RADIX)).add(BigInteger.valueOf(value(text.charAt(at))));
        }

        assertThat(number)
                .isEqualTo(new BigInteger(1, hash)
                        .mod(BigInteger.valueOf(Base62.RADIX).pow(length)));
    }

    private static int value(char digit) {
        for (int value = 0; value < Base62.RADIX; value++) {
            if (Base62.digit(value) == digit) {
                return value;
            }
        }
        throw new AssertionError(digit + " is no digit");
    }
}
