package io.keyledger.command.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads PEM (RFC 7468); text before, between and after the blocks is left out, as section 2 asks for. */
final class Pem {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([^-\\r\\n]*)-----");
    private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE");
    /** OpenSSL's own: the certificate, and after it what it is trusted for. */
    private static final String TRUSTED = "TRUSTED CERTIFICATE";

    private Pem() {}

    static boolean isPem(String text) {
        return BEGIN.matcher(text).find();
    }

    /** The content of the blocks, each a certificate in DER; at least one. */
    static List<byte[]> certificates(String text) {
        var found = new ArrayList<byte[]>();
        var begin = BEGIN.matcher(text);
        for (int at = 0; begin.find(at); ) {
            var label = begin.group(1).strip();
            var footer = "-----END " + begin.group(1) + "-----";
            var end = text.indexOf(footer, begin.end());
            if (end < 0) {
                throw UploadRefusals.unreadable("a PEM block has no end");
            }
            found.add(certificate(label, Upload.decoded(text.substring(begin.end(), end))));
            at = end + footer.length();
        }
        return found;
    }

    private static byte[] certificate(String label, byte[] content) {
        if (CERTIFICATE.contains(label)) {
            return Content.certificate(content);
        }
        if (label.equals(TRUSTED)) {
            return Content.certificate(Arrays.copyOf(content, Der.first(content).end()));
        }
        throw switch (label) {
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> UploadRefusals.request();
            case "PKCS7", "CMS", "PKCS #7 SIGNED DATA" -> UploadRefusals.bundle();
            case "X509 CRL" -> UploadRefusals.revocationList();
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> UploadRefusals.publicKey();
            default -> UploadRefusals.unreadable("a PEM block is no certificate: send the certificate alone");
        };
    }
}
