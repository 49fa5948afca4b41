package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;

/** The refusals of an upload; nothing of a private key is in their details. */
final class UploadRefusals {
    private UploadRefusals() {}

    static InvalidValue unreadable(String detail) {
        return of(ErrorCode.CERTIFICATE_UNREADABLE, detail);
    }

    static InvalidValue privateKey() {
        return of(
                ErrorCode.CERTIFICATE_PRIVATE_KEY,
                "a private key is in the upload: nothing of it was kept, but take a new key; send the certificate alone");
    }

    static InvalidValue trailingData() {
        return of(ErrorCode.CERTIFICATE_TRAILING_DATA, "there is more after the certificate");
    }

    static InvalidValue request() {
        return of(
                ErrorCode.CERTIFICATE_REQUEST,
                "this is a request for a certificate: send the certificate that was made of it");
    }

    static InvalidValue bundle() {
        return unreadable("this is a PKCS#7 bundle: extract the certificate and send it alone");
    }

    static InvalidValue revocationList() {
        return unreadable("this is a revocation list, no certificate");
    }

    static InvalidValue publicKey() {
        return unreadable("this is a public key alone: a certificate has names and a period too");
    }

    static InvalidValue of(ErrorCode code, String detail) {
        return new InvalidValue(new Refusal(code, detail));
    }
}
