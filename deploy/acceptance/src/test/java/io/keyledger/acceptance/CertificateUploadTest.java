package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads of each kind, and the certificates made from them. Source: CONTRACT A2, BARS 13. */
@ExtendWith(SharedServer.class)
class CertificateUploadTest {
    private static final String RAW = "application/pkix-cert";

    private final RunningServer server;
    private final Ledger ledger;
    private final Answer app;

    CertificateUploadTest(RunningServer server) {
        this.server = server;
        this.ledger = new Ledger(Client.owner(server));
        this.app = ledger.app(server.bootstrap().path("organization_id").asString(), "integration", "certified");
    }

    @Test
    void takesACertificateInEveryForm() throws IOException {
        var pem = file("ec.pem");
        var document =
                Json.document("certificates", Map.of("name", "Build server", "certificate", new String(pem, US_ASCII)));
        var encoded = Json.document(
                "certificates", Map.of("certificate", Base64.getEncoder().encodeToString(der("ec.pem"))));

        assertTaken(upload(RAW, der("ec.pem")));
        assertTaken(upload("application/x-pem-file", pem));
        assertTaken(upload("multipart/form-data; boundary=xyz", form("file", pem)));
        assertTaken(upload(Client.JSON_API, encoded.getBytes(US_ASCII)));
        var named = upload(Client.JSON_API, document.getBytes(US_ASCII));
        assertThat(named.attribute("name").asString()).isEqualTo("Build server");
        assertTaken(named);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa1024.pem, 422, CERTIFICATE_KEY_TOO_WEAK",
        "sha1.pem, 422, CERTIFICATE_SIGNATURE_TOO_WEAK",
        "pkcs7.der, 422, CERTIFICATE_UNREADABLE"
    })
    void refusesWithACodeEach(String file, int status, String code) throws IOException {
        refuses(upload(RAW, file(file)), status, code);
    }

    @Test
    void refusesWhatIsTooMuchOrTooLittle() throws IOException {
        refuses(upload(RAW, new byte[0]), 422, "CERTIFICATE_UNREADABLE");
        refuses(upload(RAW, new byte[64 * 1024 + 1]), 413, "CERTIFICATE_TOO_LARGE");
        refuses(upload(RAW, new byte[5 * 1024 * 1024]), 413, "PAYLOAD_TOO_LARGE");
        refuses(upload(RAW, joined(der("ec.pem"), new byte[1])), 422, "CERTIFICATE_TRAILING_DATA");
        refuses(upload(RAW, joined(file("ec.pem"), file("ec384.pem"))), 422, "CERTIFICATE_SEVERAL_LEAVES");
        refuses(upload("text/plain", file("ec.pem")), 415, "UNSUPPORTED_MEDIA_TYPE");
        refuses(upload("multipart/form-data; boundary=xyz", form("name", new byte[1])), 400, "PARAM_MISSING");
        refuses(upload("multipart/form-data", new byte[1]), 400, "INVALID_DATA_FORMAT");
    }

    @Test
    void keepsNothingOfAPrivateKey() throws Exception {
        var key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        var text = Base64.getEncoder().encodeToString(key);
        var pem = ("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n").getBytes(US_ASCII);

        for (var type : new String[] {RAW, "application/x-pem-file"}) {
            refuses(upload(type, pem), 422, "CERTIFICATE_PRIVATE_KEY");
        }
        refuses(upload("multipart/form-data; boundary=xyz", form("file", pem)), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload(RAW, key), 422, "CERTIFICATE_PRIVATE_KEY");

        try (Stream<Path> files = Files.walk(server.home())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(text.substring(0, 60)));
        }
    }

    /** And no more: what was sent is in no entry. */
    @Test
    void recordsThatAPrivateKeyWasSent() throws Exception {
        var key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        refuses(upload(RAW, file("rsa1024.pem")), 422, "CERTIFICATE_KEY_TOO_WEAK");
        refuses(upload(RAW, key), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload(Client.JSON_API, document(key)), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload("multipart/form-data; boundary=xyz", form("file", key)), 422, "CERTIFICATE_PRIVATE_KEY");
        var beside = joined(part("file", der("ec.pem")), joined(part("key", key), end()));
        refuses(upload("multipart/form-data; boundary=xyz", beside), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload(RAW, joined(der("ec.pem"), key)), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload(RAW, HexFormat.of().formatHex(key).getBytes(US_ASCII)), 422, "CERTIFICATE_PRIVATE_KEY");
        refuses(upload(RAW, "{\"kty\":\"EC\",\"d\":\"AAAA\"}".getBytes(US_ASCII)), 422, "CERTIFICATE_PRIVATE_KEY");
        var named = Map.of(
                "name",
                Base64.getEncoder().encodeToString(key).substring(0, 99),
                "certificate",
                Base64.getEncoder().encodeToString(der("ec.pem")));
        refuses(
                upload(Client.JSON_API, Json.document("certificates", named).getBytes(US_ASCII)),
                422,
                "CERTIFICATE_PRIVATE_KEY");

        var entries = entriesOfPrivateKeys();
        for (int i = 0; i < 100 && entries.data().size() < 8; i++) {
            RunningServer.pause(Duration.ofMillis(100));
            entries = entriesOfPrivateKeys();
        }
        assertThat(entries.data().size()).as(entries.text()).isEqualTo(8);
        assertThat(entries.data().path(0).at("/attributes/details/addresses/0").asString())
                .isNotEmpty();
        assertThat(entries.data().path(0).at("/attributes/actor/kind").asString())
                .isEqualTo("user");
        assertThat(entries.text())
                .doesNotContain(Base64.getEncoder().encodeToString(key).substring(0, 40));
    }

    @Test
    void readsOneFileAndANameOfAFormAndDropsNothing() throws IOException {
        var twice = joined(part("file", der("ec.pem")), joined(part("file", der("ec384.pem")), end()));
        var other = joined(part("file", der("ec.pem")), joined(part("label", new byte[1]), end()));
        var named = joined(part("name", "Build server".getBytes(US_ASCII)), joined(part("file", der("ec.pem")), end()));
        var misnamed = joined(part("name", "a\u0000b".getBytes(US_ASCII)), joined(part("file", der("ec.pem")), end()));
        var type = "multipart/form-data; boundary=xyz";

        refuses(upload(type, twice), 422, "CERTIFICATE_SEVERAL_LEAVES");
        refuses(upload(type, other), 400, "PARAM_NOT_ALLOWED");
        refuses(upload(type, misnamed), 422, "VALIDATION_ERROR");
        assertThat(ledger.caller().get(path()).data().size()).isZero();
        var answer = upload(type, named);
        assertThat(answer.attribute("name").asString()).as(answer.text()).isEqualTo("Build server");
    }

    @Test
    void takesACertificateOncePerApp() throws IOException {
        assertThat(upload(RAW, file("ec.pem")).status()).isEqualTo(201);
        refuses(upload(RAW, file("ec.pem")), 409, "CERTIFICATE_DUPLICATE");
    }

    @Test
    void answersARepeatedUploadWithTheSameCertificate() throws IOException {
        var headers = Map.of("Content-Type", RAW, "Idempotency-Key", "upload-" + app.id());
        var first = ledger.caller().sendBytes("POST", path(), BodyPublishers.ofByteArray(file("ec.pem")), headers);
        var second = ledger.caller().sendBytes("POST", path(), BodyPublishers.ofByteArray(file("ec.pem")), headers);
        var other = ledger.caller().sendBytes("POST", path(), BodyPublishers.ofByteArray(file("ec384.pem")), headers);

        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
        refuses(other, 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void listsShowsAndRemovesCertificates() throws IOException {
        var id = upload(RAW, file("chain.pem")).id();

        var listed = ledger.caller().get(path());
        assertThat(listed.data().size()).isEqualTo(1);
        var shown = ledger.caller().get(path() + "/" + id);
        assertThat(shown.attribute("subject").asString()).isEqualTo("CN=Leaf");
        assertThat(shown.attribute("status").asString()).isEqualTo("active");
        assertThat(shown.text()).doesNotContain("\"certificate\"");

        var stale = ledger.caller().send("DELETE", path() + "/" + id, null, Map.of("If-Match", "\"0\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(ledger.caller().delete(path() + "/" + id).status()).isEqualTo(204);
        assertThat(ledger.caller().get(path() + "/" + id).attribute("status").asString())
                .isEqualTo("revoked");
    }

    @Test
    void keepsTheLastLiveCredentialUnlessToldOtherwise() throws IOException {
        var certificate = upload(RAW, file("ec.pem")).id();
        var secrets = "/api/app_registrations/" + app.id() + "/client_secrets";
        var secret = ledger.caller().get(secrets).data().path(0).path("id").asString();

        assertThat(ledger.caller().delete(secrets + "/" + secret).status()).isEqualTo(204);
        refuses(ledger.caller().delete(path() + "/" + certificate), 409, "LAST_CREDENTIAL");
        assertThat(ledger.caller()
                        .delete(path() + "/" + certificate + "?allow_last=true")
                        .status())
                .isEqualTo(204);
    }

    private Answer entriesOfPrivateKeys() {
        return ledger.caller()
                .get("/api/audit_events?filter%5Bq%5D%5Btype_eq%5D=private_key.refused&filter%5Bq%5D%5Bapp_id_eq%5D="
                        + app.id());
    }

    /** And removes it again, so that the next form is no duplicate. */
    private void assertTaken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.attribute("subject").asString()).isEqualTo("CN=ec");
        assertThat(answer.attribute("key_type").asString()).isEqualTo("EC");
        assertThat(answer.attribute("key_size").asInt()).isEqualTo(256);
        assertThat(ledger.caller().delete(path() + "/" + answer.id()).status()).isEqualTo(204);
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private Answer upload(String type, byte[] body) {
        return ledger.caller()
                .sendBytes("POST", path(), BodyPublishers.ofByteArray(body), Map.of("Content-Type", type));
    }

    private String path() {
        return "/api/app_registrations/" + app.id() + "/certificates";
    }

    private static byte[] document(byte[] der) {
        return Json.document(
                        "certificates",
                        Map.of("certificate", Base64.getEncoder().encodeToString(der)))
                .getBytes(US_ASCII);
    }

    private static byte[] form(String field, byte[] content) {
        return joined(part(field, content), end());
    }

    private static byte[] part(String field, byte[] content) {
        var begin = "--xyz\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"a.cer\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return joined(begin.getBytes(US_ASCII), joined(content, "\r\n".getBytes(US_ASCII)));
    }

    private static byte[] end() {
        return "--xyz--\r\n".getBytes(US_ASCII);
    }

    private static byte[] file(String name) throws IOException {
        try (var stream = CertificateUploadTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    private static byte[] der(String name) throws IOException {
        return Base64.getMimeDecoder().decode(new String(file(name), US_ASCII).split("-----", -1)[2]);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
