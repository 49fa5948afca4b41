package io.keyledger.command.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Uploads made with openssl, valid for a hundred years. */
final class Samples {
    private Samples() {}

    static byte[] file(String name) {
        try (var stream = Samples.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(file(name), StandardCharsets.US_ASCII);
    }

    static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(text(pem).split("-----", -1)[2]);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
