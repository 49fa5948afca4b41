package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files of many origins: what is accepted can sign in later, by the JDK's parser and another's verifiers; what is refused
 * is refused for a reason that they confirm. The build takes the samples of the command side; CI takes public
 * collections: {@code deploy/acceptance/collections}. Source: BARS 47.
 */
@ExtendWith(SharedServer.class)
class CertificateCollectionsTest {
    private static final String COLLECTIONS = "keyledger.certificate-collections";
    private static final String SAMPLES = "../../command-side/src/test/resources/io/keyledger/command/certificate";
    /** Fewer than an app may have, so that none is refused for that. */
    private static final int OF_ONE_APP = 15;

    private final RunningServer server;
    private final Ledger ledger;
    private final SoftAssertions softly = new SoftAssertions();
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private Answer app;
    private int ofThisApp;

    CertificateCollectionsTest(RunningServer server) {
        this.server = server;
        this.ledger = new Ledger(Client.owner(server));
        this.app = nextApp();
    }

    @Test
    void agreeInEveryVerdictWithWhatSigningInDoesLater() throws IOException {
        var collections = System.getProperty(COLLECTIONS);
        var files = files(Path.of(collections == null ? SAMPLES : collections));
        for (var file : files) {
            check(file, Files.readAllBytes(file));
        }
        print(files.size());
        softly.assertAll();
        assertThat(files).hasSizeGreaterThan(collections == null ? 40 : 2500);
        assertThat(verdicts.keySet()).hasSizeGreaterThan(10);
    }

    private void check(Path file, byte[] bytes) {
        if (ofThisApp == OF_ONE_APP) {
            app = nextApp();
        }
        var answer = ledger.caller()
                .sendBytes(
                        "POST",
                        "/api/app_registrations/" + app.id() + "/certificates",
                        BodyPublishers.ofByteArray(bytes),
                        Map.of("Content-Type", "application/pkix-cert"));
        var opinion = CertificateOpinion.of(bytes);
        if (answer.status() == 201) {
            ofThisApp++;
            count("accepted", answer.attribute("key_type").asString());
            checkAccepted(file, opinion, answer);
        } else {
            count(answer.code(), detail(answer));
            checkRefused(file, bytes, opinion, answer);
        }
    }

    /** The server builds its own verifier for a signature of nothing: it refuses, and does not fail. */
    private void checkAccepted(Path file, CertificateOpinion opinion, Answer answer) {
        var thumbprint = answer.attribute("thumbprint_sha256").asString();
        softly.assertThat(opinion.hasOneWithThumbprint(thumbprint))
                .as("%s is that one", file)
                .isTrue();
        if (!opinion.hasOneWithThumbprint(thumbprint)) {
            return;
        }
        var certificate = opinion.withThumbprint(thumbprint);
        softly.assertThat(CertificateOpinion.isUsable(certificate.getPublicKey()))
                .as("%s has a key to verify with", file)
                .isTrue();
        softly.assertThat(answer.attribute("not_after").asString())
                .as("%s ends", file)
                .startsWith(certificate.getNotAfter().toInstant().toString().substring(0, 19));
        softly.assertThat(present(certificate, thumbprint).status())
                .as("%s", file)
                .isEqualTo(401);
    }

    private void checkRefused(Path file, byte[] bytes, CertificateOpinion opinion, Answer answer) {
        var what = file + " " + answer.code() + " " + detail(answer);
        softly.assertThat(answer.status()).as(what).isIn(409, 413, 422);
        softly.assertThat(detail(answer)).as(what).isNotBlank().isNotEqualTo("this is no X.509 certificate");
        var confirmed = switch (answer.code()) {
            case "CERTIFICATE_EXPIRED" ->
                opinion.hasUsableKey()
                        && opinion.certificates().stream()
                                .anyMatch(one -> one.getNotAfter().toInstant().isBefore(Instant.now()));
            case "CERTIFICATE_KEY_TOO_WEAK" -> opinion.isWeak();
            case "CERTIFICATE_SIGNATURE_TOO_WEAK" -> opinion.isSignedWeakly();
            case "CERTIFICATE_KEY_INVALID" -> !opinion.hasUsableKey() || file.endsWith("rsa-negative-modulus.cer");
            case "CERTIFICATE_REQUEST" -> opinion.certificates().isEmpty();
            case "CERTIFICATE_NAMES_EMPTY" ->
                opinion.certificates().stream()
                        .allMatch(one -> one.getSubjectX500Principal()
                                .getName()
                                .matches("([^=,+]+=(\\s*|#[0-9a-f]{2}00)([,+]|$))*"));
            case "CERTIFICATE_PRIVATE_KEY" ->
                opinion.certificates().isEmpty() || new String(bytes, ISO_8859_1).contains("PRIVATE KEY-----");
            case "CERTIFICATE_UNREADABLE" ->
                opinion.certificates().isEmpty() || opinion.isOfNoVersion() || saysWhat(detail(answer));
            case "CERTIFICATE_KEY_UNSUPPORTED",
                    "CERTIFICATE_SIGNATURE_UNSUPPORTED",
                    "CERTIFICATE_VALIDITY_INVALID",
                    "CERTIFICATE_EXTENSIONS_INVALID",
                    "CERTIFICATE_DUPLICATE",
                    "CERTIFICATE_SEVERAL_LEAVES",
                    "CERTIFICATE_TRAILING_DATA",
                    "CERTIFICATE_TOO_LARGE" -> true;
            default -> false;
        };
        softly.assertThat(confirmed).as(what).isTrue();
    }

    /** A certificate is there, and something else that may not be. */
    private static boolean saysWhat(String detail) {
        return detail.matches(
                "a PEM block is no certificate.*|.*PKCS#7.*" + "|.*revocation list.*|.*public key alone.*");
    }

    private Answer present(X509Certificate certificate, String thumbprint) {
        var client = app.attribute("client_id").asString();
        var header = Map.of("alg", algorithm(certificate), "x5t#S256", thumbprint);
        var claims = Map.of(
                "iss",
                client,
                "sub",
                client,
                "aud",
                server.bootstrap().path("issuer").asString(),
                "exp",
                Instant.now().getEpochSecond() + 60,
                "jti",
                UUID.randomUUID().toString());
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        var assertion = Jwt.encoded(Json.MAPPER.writeValueAsString(header)) + "."
                + Jwt.encoded(Json.MAPPER.writeValueAsString(claims)) + "." + signature;
        return Client.anonymous(server)
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion));
    }

    private static String algorithm(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey _ -> "PS256";
            case ECPublicKey _ -> "ES256";
            default -> "EdDSA";
        };
    }

    private Answer nextApp() {
        ofThisApp = 0;
        return ledger.app(server.bootstrap().path("organization_id").asString(), "integration", "collected");
    }

    private void count(String code, String detail) {
        verdicts.merge(code + "\t" + detail, 1, Integer::sum);
    }

    private void print(int files) {
        System.out.println("Certificates: " + files + " files");
        verdicts.forEach((verdict, count) -> System.out.println("%6d  %s".formatted(count, verdict)));
    }

    private static String detail(Answer answer) {
        return answer.json().at("/errors/0/detail").asString("");
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
