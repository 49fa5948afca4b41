package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells by its structure what a DER value is, and refuses what is no certificate under its own name. */
final class Content {
    /** 1.2.840.113549.1.7, the types of PKCS#7 and CMS. */
    private static final String PKCS7 = "2a864886f70d0107";

    private static final int LARGEST_VERSION = 3;

    private Content() {}

    /** The certificate alone in the bytes. */
    static byte[] certificate(byte[] der) {
        var whole = Der.first(der);
        if (!whole.is(Der.SEQUENCE) || whole.isEmpty()) {
            throw UploadRefusals.unreadable("this is neither DER nor PEM of a certificate");
        }
        var parts = whole.children();
        var other = other(parts);
        if (other != null) {
            throw other;
        }
        if (whole.end() < der.length) {
            throw UploadRefusals.trailingData();
        }
        return der;
    }

    private static @Nullable InvalidValue other(List<Der> parts) {
        if (isPrivateKey(parts)) {
            return UploadRefusals.privateKey();
        }
        if (parts.getFirst().is(Der.OBJECT_ID)) {
            return parts.getFirst().hex().startsWith(PKCS7) ? UploadRefusals.bundle() : nothingKnown();
        }
        if (isAlgorithmAnd(parts, Der.BIT_STRING) || isNumbers(parts)) {
            return UploadRefusals.publicKey();
        }
        return isSigned(parts) ? signedOther(parts.getFirst().children()) : nothingKnown();
    }

    /** Certificates, requests and revocation lists alike: what is signed, the algorithm, the signature. */
    private static boolean isSigned(List<Der> parts) {
        return parts.size() == 3
                && parts.get(0).is(Der.SEQUENCE)
                && parts.get(1).is(Der.SEQUENCE)
                && parts.get(2).is(Der.BIT_STRING);
    }

    private static @Nullable InvalidValue signedOther(List<Der> signed) {
        if (isRequest(signed)) {
            return UploadRefusals.request();
        }
        return signed.stream().anyMatch(part -> part.is(Der.UTC_TIME) || part.is(Der.GENERALIZED_TIME))
                ? UploadRefusals.revocationList()
                : null;
    }

    /** RFC 2986: version, subject, public key, attributes. */
    private static boolean isRequest(List<Der> signed) {
        return (signed.size() == 3 || signed.size() == 4)
                && signed.get(0).is(Der.INTEGER)
                && signed.get(1).is(Der.SEQUENCE)
                && signed.get(2).is(Der.SEQUENCE)
                && isAlgorithmAnd(signed.get(2).children(), Der.BIT_STRING);
    }

    /** PKCS#1, PKCS#8, SEC 1 and PKCS#12 begin with a version; an encrypted PKCS#8 with its algorithm. */
    private static boolean isPrivateKey(List<Der> parts) {
        if (isAlgorithmAnd(parts, Der.OCTET_STRING)) {
            return true;
        }
        if (parts.size() < 2 || !isVersion(parts.getFirst())) {
            return false;
        }
        var second = parts.get(1);
        return second.is(Der.OCTET_STRING)
                || (second.is(Der.INTEGER) && parts.size() > 2)
                || isAlgorithmAnd(parts.subList(1, parts.size()), Der.OCTET_STRING)
                || (second.is(Der.SEQUENCE) && isPkcs7(second));
    }

    private static boolean isPkcs7(Der content) {
        return !content.isEmpty()
                && content.inside(0).is(Der.OBJECT_ID)
                && content.inside(0).hex().startsWith(PKCS7);
    }

    private static boolean isVersion(Der number) {
        return number.is(Der.INTEGER) && number.length() == 1 && number.content()[0] <= LARGEST_VERSION;
    }

    /** The two numbers of an RSA public key (RFC 8017), or of anything else. */
    private static boolean isNumbers(List<Der> parts) {
        return parts.size() == 2 && parts.stream().allMatch(part -> part.is(Der.INTEGER));
    }

    private static InvalidValue nothingKnown() {
        return UploadRefusals.unreadable("this is DER, but of no certificate");
    }

    private static boolean isAlgorithmAnd(List<Der> parts, int what) {
        return parts.size() >= 2
                && parts.get(0).is(Der.SEQUENCE)
                && !parts.get(0).isEmpty()
                && parts.get(0).inside(0).is(Der.OBJECT_ID)
                && parts.get(1).is(what);
    }
}
