package io.keyledger.authorization.key;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signed JWT in compact form that anybody may have sent; its signature is not checked.
 *
 * @param claims its claims
 */
public record CompactJws(SignedJWT token, JWTClaimsSet claims) {
    private static final int PARTS = 3;

    /**
     * Reads it; empty when the text is none: not three parts, a header or claims that are not a JSON object or have a
     * registered member of another type, no signature, or a part in padded or inexact base64url. The parser alone ends with {@link NullPointerException} or
     * {@link IllegalArgumentException} on headers such as {@code null}. Source: RFC 7515 section 7.1, RFC 7519 section
     * 7.2.
     */
    public static Optional<CompactJws> read(String compact) {
        var parts = compact.split("\\.", -1);
        if (parts.length != PARTS
                || parts[PARTS - 1].isEmpty()
                || !Stream.of(parts).allMatch(CompactJws::isExact)) {
            return Optional.empty();
        }
        if (!isObject(parts[0]) || !isObject(parts[1])) {
            return Optional.empty();
        }
        try {
            var token = SignedJWT.parse(compact);
            return Optional.of(new CompactJws(token, token.getJWTClaimsSet()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is as an encoder writes it, without padding: decoders take the same bytes in several spellings. */
    private static boolean isExact(String part) {
        return Base64URL.encode(new Base64URL(part).decode()).toString().equals(part);
    }

    private static boolean isObject(String part) {
        try {
            return JSONObjectUtils.parse(new Base64URL(part).decodeToString()) != null;
        } catch (ParseException e) {
            return false;
        }
    }
}
