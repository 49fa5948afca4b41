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
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
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

    static GivenCertificate of(HttpServletRequest request) throws IOException {
        var type = MediaType.parseMediaType(request.getContentType());
        if (type.isCompatibleWith(ApiMediaType.JSON_API)) {
            return ofDocument(request);
        }
        return type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                ? ofForm(request)
                : new GivenCertificate(
                        null, Certificates.read(request.getInputStream().readAllBytes()));
    }

    private static GivenCertificate ofDocument(HttpServletRequest request) throws IOException {
        var document = ApiJson.parse(request.getInputStream().readAllBytes());
        var input = ResourceInput.forCreate(Resources.CERTIFICATES, document);
        return new GivenCertificate(input.string(NAME), Certificates.read(input.required("certificate")));
    }

    /** Streamed: a servlet container would keep the file on disk for a while, and it might be a private key. */
    private static GivenCertificate ofForm(HttpServletRequest request) throws IOException {
        var fields = new HashMap<String, byte[]>();
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
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
