package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;

/** Finds the certificates in an upload, DER or PEM, and refuses anything else. */
final class Upload {
    /** Bytes. */
    static final int LARGEST = 64 * 1024;

    private Upload() {}

    /** Each certificate as DER; at least one. */
    static List<byte[]> certificates(byte[] upload) {
        if (upload.length == 0) {
            throw UploadRefusals.unreadable("the upload is empty");
        }
        if (upload.length > LARGEST) {
            throw UploadRefusals.of(ErrorCode.CERTIFICATE_TOO_LARGE, "an upload has at most " + LARGEST + " bytes");
        }
        if (Pem.isPem(upload)) {
            if (Pem.hasPrivateKey(upload)) {
                throw UploadRefusals.privateKey();
            }
            return Pem.certificates(upload).stream().map(Upload::single).toList();
        }
        return List.of(single(upload));
    }

    /** The bytes of {@code certificate} in a JSON:API document: PEM as it is, or DER from base64. */
    static byte[] ofText(String text) {
        var bytes = text.getBytes(UTF_8);
        return Pem.isPem(bytes) ? bytes : Pem.decoded(text);
    }

    private static byte[] single(byte[] der) {
        var whole = Der.first(der);
        if (!whole.is(Der.SEQUENCE) || whole.isEmpty()) {
            throw UploadRefusals.unreadable("this is neither DER nor PEM of a certificate");
        }
        var first = whole.child();
        // PKCS#1, PKCS#8, PKCS#12 and SEC 1 all begin with a version
        if (first.is(Der.INTEGER) || isEncryptedKey(whole, first)) {
            throw UploadRefusals.privateKey();
        }
        if (!first.is(Der.SEQUENCE)) {
            throw UploadRefusals.unreadable("this is no certificate; a PKCS#7 bundle is not read");
        }
        if (whole.end() < der.length) {
            throw UploadRefusals.trailingData();
        }
        return der;
    }

    /** EncryptedPrivateKeyInfo (RFC 5958): an algorithm and an octet string. */
    private static boolean isEncryptedKey(Der whole, Der first) {
        return first.is(Der.SEQUENCE)
                && !first.isEmpty()
                && first.child().is(Der.OBJECT_ID)
                && first.end() < whole.end()
                && first.next(whole).is(Der.OCTET_STRING);
    }
}
