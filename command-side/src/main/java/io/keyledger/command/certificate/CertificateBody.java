package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a certificate by position (RFC 5280 section 4.1), read before the JDK parses it: the JDK reads dates that
 * no calendar has, and has one exception for many faults.
 */
record CertificateBody(
        Der serialNumber,
        Der issuer,
        Der validity,
        Der subject,
        Der key,
        @Nullable Der extensions,
        X500Principal issuerName,
        X500Principal subjectName) {
    private static final String SUBJECT_ALT_NAME = "551d11";
    /** Bytes; RFC 5280 section 4.1.2.2 asks for 20 at most. */
    private static final int LONGEST_SERIAL_NUMBER = 64;

    static CertificateBody of(byte[] certificate) {
        var parts =
                new ArrayDeque<>(Der.first(certificate).children().getFirst().children());
        var first = parts.peekFirst();
        var version = first != null && first.is(Der.MEMBER_0) ? version(parts.removeFirst()) : 0;
        var serialNumber = next(parts, Der.INTEGER, "no serial number stands where it should");
        next(parts, Der.SEQUENCE, "no signature algorithm stands where it should");
        var issuer = next(parts, Der.SEQUENCE, "no issuer stands where it should");
        var validity = next(parts, Der.SEQUENCE, "no period stands where it should");
        var subject = next(parts, Der.SEQUENCE, "no subject stands where it should");
        checkName(issuer, "issuer");
        checkName(subject, "subject");
        var body = new CertificateBody(
                serialNumber,
                issuer,
                validity,
                subject,
                next(parts, Der.SEQUENCE, "no public key stands where it should"),
                parts.isEmpty() || !parts.getLast().is(Der.MEMBER_3) ? null : parts.getLast(),
                principal(issuer),
                principal(subject));
        body.check(version, parts);
        return body;
    }

    /** Whether the certificate may be the issuer of the other, by its name alone. */
    boolean mayHaveIssued(CertificateBody other) {
        return subjectName.equals(other.issuerName);
    }

    private void check(int version, Deque<Der> further) {
        if (serialNumber.isEmpty() || serialNumber.length() > LONGEST_SERIAL_NUMBER) {
            throw UploadRefusals.unreadable("a serial number has 1 to " + LONGEST_SERIAL_NUMBER + " bytes");
        }
        if (issuer.isEmpty()) {
            throw namesEmpty("the certificate names no issuer");
        }
        if (version == 0 && !further.isEmpty()) {
            throw extensions("a certificate of version 1 has no extensions and no unique ids");
        }
        if (version != 2 && extensions != null) {
            throw extensions("only a certificate of version 3 has extensions");
        }
        var hasOtherName = hasCriticalOtherName();
        if (subject.isEmpty() && !hasOtherName) {
            throw namesEmpty("the certificate names no subject: it then has a critical extension subjectAltName");
        }
    }

    /** A name without parts is judged with the extensions. */
    private static void checkName(Der name, String whose) {
        if (!name.isEmpty() && Names.isBlank(name)) {
            throw namesEmpty("the " + whose + "'s name is blank");
        }
    }

    /** All extensions are looked at, so that one which is there twice is found. */
    private boolean hasCriticalOtherName() {
        if (extensions == null) {
            return false;
        }
        var list = extensions.children();
        if (list.size() != 1 || !list.getFirst().is(Der.SEQUENCE)) {
            throw extensions("the extensions are no list");
        }
        var seen = new HashSet<String>();
        var found = false;
        for (var extension : list.getFirst().children()) {
            var parts = extension.is(Der.SEQUENCE) ? extension.children() : List.<Der>of();
            if (parts.size() < 2 || !parts.getFirst().is(Der.OBJECT_ID)) {
                throw extensions("an extension has an identifier and a value");
            }
            if (!seen.add(parts.getFirst().hex())) {
                throw extensions("an extension stands in it twice");
            }
            found |= parts.getFirst().hex().equals(SUBJECT_ALT_NAME) && parts.size() == 3;
        }
        return found;
    }

    private static int version(Der member) {
        var numbers = member.children();
        if (numbers.size() != 1
                || !numbers.getFirst().is(Der.INTEGER)
                || numbers.getFirst().length() != 1) {
            throw UploadRefusals.unreadable("the version is no number");
        }
        var version = numbers.getFirst().content()[0];
        if (version < 0 || version > 2) {
            throw UploadRefusals.unreadable("a certificate is of version 1, 2 or 3");
        }
        return version;
    }

    private static Der next(Deque<Der> parts, int tag, String otherwise) {
        var part = parts.pollFirst();
        if (part == null || !part.is(tag)) {
            throw UploadRefusals.unreadable(otherwise);
        }
        return part;
    }

    private static X500Principal principal(Der name) {
        try {
            return new X500Principal(name.encoded());
        } catch (IllegalArgumentException e) {
            throw UploadRefusals.unreadable("a name cannot be read");
        }
    }

    private static RuntimeException namesEmpty(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_NAMES_EMPTY, detail);
    }

    private static RuntimeException extensions(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_EXTENSIONS_INVALID, detail);
    }
}
