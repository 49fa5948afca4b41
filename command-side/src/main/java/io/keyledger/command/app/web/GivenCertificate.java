package io.keyledger.command.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.command.certificate.Certificates;
import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.request.ApiJson;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certificate of a request.
 *
 * @param name display name; null unless a document or form has one
 */
record GivenCertificate(@Nullable String name, ClientCertificate certificate) {
    private static final String FILE = "file";
    private static final String NAME = "name";
    private static final Set<String> FIELDS = Set.of(FILE, NAME);

    /** A private key is refused wherever in the body it stands, before anything else is said of it. */
    static GivenCertificate of(HttpServletRequest request) throws IOException {
        var type = MediaType.parseMediaType(request.getContentType());
        var body = request.getInputStream().readAllBytes();
        if (type.isCompatibleWith(ApiMediaType.JSON_API)) {
            return ofDocument(body);
        }
        return type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                ? ofForm(request, body)
                : new GivenCertificate(null, Certificates.read(body));
    }

    private static GivenCertificate ofDocument(byte[] body) {
        Certificates.refusePrivateKeys(body);
        var document = ApiJson.parse(body);
        var input = ResourceInput.forCreate(Resources.CERTIFICATES, document);
        return new GivenCertificate(input.string(NAME), Certificates.read(input.required("certificate")));
    }

    /** In memory: a servlet container would keep the file on disk for a while, and it might be a private key. */
    private static GivenCertificate ofForm(HttpServletRequest request, byte[] body) throws IOException {
        Certificates.refusePrivateKeys(body);
        var fields = new HashMap<String, byte[]>();
        try {
            var parts = new FileUpload().getItemIterator(new Form(request, body));
            while (parts.hasNext()) {
                var part = parts.next();
                add(
                        fields,
                        String.valueOf(part.getFieldName()),
                        part.openStream().readAllBytes());
            }
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            throw new InvalidValue(new Refusal(ErrorCode.INVALID_DATA_FORMAT, "the form cannot be read"));
        }
        var file = fields.get(FILE);
        if (file == null) {
            throw new InvalidValue(new Refusal(ErrorCode.PARAM_MISSING, "the form has no field " + FILE));
        }
        return new GivenCertificate(name(fields.get(NAME)), Certificates.read(file));
    }

    /** Nothing of a form is dropped in silence. */
    private static void add(Map<String, byte[]> fields, String field, byte[] content) {
        if (!FIELDS.contains(field)) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.PARAM_NOT_ALLOWED, "the form has the fields " + FILE + " and " + NAME + " alone"));
        }
        if (fields.put(field, content) != null) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.CERTIFICATE_SEVERAL_LEAVES,
                    "the form has a field twice: send one certificate at a time"));
        }
    }

    /** The body of a form, as Tomcat reads one. */
    private static final class Form implements UploadContext {
        private final HttpServletRequest request;
        private final byte[] body;

        Form(HttpServletRequest request, byte[] body) {
            this.request = request;
            this.body = body;
        }

        @Override
        public @Nullable String getCharacterEncoding() {
            return request.getCharacterEncoding();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public long contentLength() {
            return body.length;
        }
    }

    /** By the rules of a document. */
    private static @Nullable String name(byte @Nullable [] field) {
        if (field == null || field.length == 0) {
            return null;
        }
        var attributes = Map.of(NAME, new String(field, UTF_8), "certificate", FILE);
        var data = Map.of("type", Resources.CERTIFICATES.name(), "attributes", attributes);
        var document = JsonMapper.shared().<JsonNode>valueToTree(Map.of("data", data));
        return ResourceInput.forCreate(Resources.CERTIFICATES, document).string(NAME);
    }
}
