package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the certificates in an upload, by whatever door it came, and refuses anything else: DER; PEM in ASCII, UTF-8 or
 * UTF-16; or base64 of either.
 */
final class Upload {
    /** Bytes. */
    static final int LARGEST = 64 * 1024;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]+[=\\s]*");

    private Upload() {}

    /** Each certificate as DER; at least one. */
    static List<byte[]> certificates(byte[] upload) {
        refusePrivateKeys(upload);
        checkSize(upload.length);
        var text = text(upload);
        if (isDer(upload) || !(Pem.isPem(text) || isBase64(text))) {
            return List.of(Content.certificate(upload));
        }
        return inText(text);
    }

    static void refusePrivateKeys(byte[] bytes) {
        if (PrivateKeys.areIn(bytes)) {
            throw UploadRefusals.privateKey();
        }
    }

    /** The same of a text. */
    static List<byte[]> certificates(String text) {
        if (PrivateKeys.areIn(text)) {
            throw UploadRefusals.privateKey();
        }
        return inText(text);
    }

    private static List<byte[]> inText(String text) {
        if (Pem.isPem(text)) {
            checkSize(text.length());
            return Pem.certificates(text);
        }
        if (!isBase64(text)) {
            throw UploadRefusals.unreadable("this is neither PEM nor base64 of a certificate");
        }
        var decoded = decoded(text);
        checkSize(decoded.length);
        var inner = text(decoded);
        return !isDer(decoded) && Pem.isPem(inner) ? Pem.certificates(inner) : List.of(Content.certificate(decoded));
    }

    /** The bytes of a base64 text, which may have line breaks. */
    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw UploadRefusals.unreadable("the base64 is wrong");
        }
    }

    private static void checkSize(int bytes) {
        if (bytes == 0) {
            throw UploadRefusals.unreadable("the upload is empty");
        }
        if (bytes > LARGEST) {
            throw UploadRefusals.of(ErrorCode.CERTIFICATE_TOO_LARGE, "an upload has at most " + LARGEST + " bytes");
        }
    }

    /** Whether it is one value of DER from end to end; text may begin with the same letter. */
    private static boolean isDer(byte[] bytes) {
        try {
            return bytes.length > 2
                    && bytes[0] == Der.SEQUENCE
                    && Der.first(bytes).end() == bytes.length;
        } catch (InvalidValue e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        return BASE64.matcher(text).matches();
    }

    private static String text(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return text(bytes, 2, UTF_16BE);
        }
        // without a mark, every second byte of ASCII in UTF-16 is zero
        if (bytes.length > 2 && bytes[0] == 0) {
            return text(bytes, 0, UTF_16BE);
        }
        return bytes.length > 2 && bytes[1] == 0 ? text(bytes, 0, UTF_16LE) : text(bytes, 0, ISO_8859_1);
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
