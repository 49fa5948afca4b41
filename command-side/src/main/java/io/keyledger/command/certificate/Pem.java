package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads PEM (RFC 7468): text may stand before and between the blocks, as tools write it, and nothing after the last. */
final class Pem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE");

    private Pem() {}

    static boolean isPem(byte[] upload) {
        return text(upload).contains(BEGIN);
    }

    static boolean hasPrivateKey(byte[] upload) {
        return text(upload).toUpperCase(Locale.ROOT).contains("PRIVATE KEY");
    }

    /** The content of the blocks, each DER; at least one. */
    static List<byte[]> certificates(byte[] upload) {
        var text = text(upload);
        var found = new ArrayList<byte[]>();
        var at = text.indexOf(BEGIN);
        var end = 0;
        while (at >= 0) {
            var labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            var label = labelEnd < 0 ? "" : text.substring(at + BEGIN.length(), labelEnd);
            if (!CERTIFICATE.contains(label)) {
                throw UploadRefusals.unreadable("a PEM block is no certificate; a PKCS#7 bundle is not read");
            }
            var footer = END + label + DASHES;
            var body = labelEnd + DASHES.length();
            var bodyEnd = text.indexOf(footer, body);
            if (bodyEnd < 0) {
                throw UploadRefusals.unreadable("a PEM block has no end");
            }
            found.add(decoded(text.substring(body, bodyEnd)));
            end = bodyEnd + footer.length();
            at = text.indexOf(BEGIN, end);
        }
        if (!text.substring(end).isBlank()) {
            throw UploadRefusals.trailingData();
        }
        return found;
    }

    /** The bytes of a base64 text, which may have line breaks. */
    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException e) {
            throw UploadRefusals.unreadable("the base64 is wrong");
        }
    }

    private static String text(byte[] upload) {
        return new String(upload, ISO_8859_1);
    }
}
