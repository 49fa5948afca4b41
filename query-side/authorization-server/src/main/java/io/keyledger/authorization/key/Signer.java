package io.keyledger.authorization.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.util.Base64;

/** One key that signs JWTs of one type: the header is encoded once. Thread-safe. */
final class Signer {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final JWSHeader header;
    private final String start;
    private final JWSSigner signer;
    private final boolean isElliptic;

    Signer(JWK key, JOSEObjectType type, CryptoProvider crypto) {
        header = new JWSHeader.Builder(JWSAlgorithm.parse(key.getAlgorithm().getName()))
                .type(type)
                .keyID(key.getKeyID())
                .build();
        start = header.toBase64URL() + ".";
        signer = signer(key, crypto);
        isElliptic = key instanceof ECKey;
    }

    /** The compact form of a JWT with these claims. */
    String sign(byte[] claims) {
        var input = start + BASE64.encodeToString(claims);
        try {
            var signature = signer.sign(header, input.getBytes(US_ASCII));
            return input + "." + (isElliptic ? LowS.of(signature) : signature);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + header.getKeyID() + " does not sign", e);
        }
    }

    private static JWSSigner signer(JWK key, CryptoProvider crypto) {
        try {
            var signer = key instanceof ECKey elliptic
                    ? new ECDSASigner(crypto.own(elliptic.toPrivateKey()), Curve.P_256)
                    : new RSASSASigner(crypto.own(key.toRSAKey().toPrivateKey()));
            signer.getJCAContext().setProvider(crypto.provider());
            return signer;
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + key.getKeyID() + " is of no use", e);
        }
    }
}
