package io.keyledger.http.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** The contract as it is sent: compressed once, not for every request. */
final class PublishedContract {
    private static final int TAG_BYTES = 16;

    private final byte[] json;
    private final byte[] gzip;
    private final String tag;

    PublishedContract(byte[] json) {
        this.json = json.clone();
        this.gzip = compressed(json);
        this.tag = hash(json);
    }

    /** Not a copy, which a caller who does not read would keep in memory: to be written, not to be changed. */
    byte[] json() {
        return json;
    }

    /** As {@link #json}. */
    byte[] gzip() {
        return gzip;
    }

    /** The entity tag; the two forms are two representations. */
    String tag(boolean compressed) {
        return '"' + tag + (compressed ? "-gzip" : "") + '"';
    }

    private static byte[] compressed(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
