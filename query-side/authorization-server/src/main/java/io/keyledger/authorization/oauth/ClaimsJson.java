package io.keyledger.authorization.oauth;

import java.util.Map;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes claims in ASCII and without {@code >}, {@code ?} and {@code ~}: their Base64URL form then has neither
 * {@code -} nor {@code _}, so that clients can decode it as plain Base64. Source: CONTRACT part B, section 2.4.
 */
final class ClaimsJson {
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .characterEscapes(new Escapes())
                    .build())
            .build();

    byte[] bytes(Map<String, Object> claims) {
        return json.writeValueAsBytes(claims);
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Escapes() {
            ascii['>'] = ESCAPE_STANDARD;
            ascii['?'] = ESCAPE_STANDARD;
            ascii['~'] = ESCAPE_STANDARD;
            ascii[127] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        @SuppressWarnings("NullAway") // null means the standard escape
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
