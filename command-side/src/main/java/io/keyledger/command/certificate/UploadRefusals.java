package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;

/** The refusals of an upload; their details never contain a part of the upload. */
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

    static InvalidValue of(ErrorCode code, String detail) {
        return new InvalidValue(new Refusal(code, detail));
    }
}
