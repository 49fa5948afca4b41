package io.keyledger.command.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.Base62;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/**
 * What is derived from an Idempotency-Key.
 *
 * @param id   the id that a resource created with it has
 * @param key  keyed hash of the key and its scope
 * @param body  hash of method, path and body it was used with; of a JSON body, the document's
 * @param bytes the same of the body byte by byte, as earlier releases stored it
 */
record IdempotencyKey(String id, String key, String body, String bytes) {
    private static final Pattern WELL_FORMED = Pattern.compile("[!-~]{1,255}");
    private static final int ID_LENGTH = 10;

    /** Of the request's header; null when there is none. */
    static @Nullable IdempotencyKey of(HttpServletRequest request, String scope, byte[] secret) {
        var headers = Collections.list(request.getHeaders("Idempotency-Key"));
        if (headers.isEmpty()) {
            return null;
        }
        var header = headers.getFirst();
        if (headers.size() > 1 || !WELL_FORMED.matcher(header).matches()) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    "an Idempotency-Key is 1 to 255 visible ASCII characters, given once"));
        }
        var mac = mac(scope + "\n" + header, secret);
        var body = body(request);
        return new IdempotencyKey(
                Base62.shortened(mac, ID_LENGTH),
                encoded(mac),
                hash(request, JsonDocument.isGivenIn(request) ? JsonDocument.canonical(body) : body),
                hash(request, body));
    }

    Map<String, String> metadata() {
        return Map.of(MetaKey.IDEMPOTENCY_KEY, key, MetaKey.IDEMPOTENCY_BODY, body);
    }

    /** Whether those are the metadata of an event recorded with this key and this body. */
    boolean isOf(MetaData metadata) {
        var stored = metadata.get(MetaKey.IDEMPOTENCY_BODY);
        return key.equals(metadata.get(MetaKey.IDEMPOTENCY_KEY)) && (body.equals(stored) || bytes.equals(stored));
    }

    private static byte[] mac(String text, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] body(HttpServletRequest request) {
        var read = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
        if (read == null) {
            throw new IllegalStateException("the filter that remembers bodies is missing");
        }
        return read.getContentAsByteArray();
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(UTF_8));
            return encoded(digest.digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
