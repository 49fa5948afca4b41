package io.keyledger.command.app.web;

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
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The certificate of a request.
 *
 * @param name display name; null unless a document has one
 */
record GivenCertificate(@Nullable String name, ClientCertificate certificate) {
    private static final String FIELD = "file";

    static GivenCertificate of(HttpServletRequest request) throws IOException {
        var type = MediaType.parseMediaType(request.getContentType());
        if (type.isCompatibleWith(ApiMediaType.JSON_API)) {
            return ofDocument(request);
        }
        return new GivenCertificate(
                null,
                Certificates.read(
                        type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                                ? ofForm(request)
                                : request.getInputStream().readAllBytes()));
    }

    private static GivenCertificate ofDocument(HttpServletRequest request) throws IOException {
        var document = ApiJson.parse(request.getInputStream().readAllBytes());
        var input = ResourceInput.forCreate(Resources.CERTIFICATES, document);
        return new GivenCertificate(input.string("name"), Certificates.read(input.required("certificate")));
    }

    /** Streamed: a servlet container would keep the file on disk for a while, and it might be a private key. */
    private static byte[] ofForm(HttpServletRequest request) throws IOException {
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (FIELD.equals(part.getFieldName())) {
                    return part.openStream().readAllBytes();
                }
            }
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            throw new InvalidValue(new Refusal(ErrorCode.INVALID_DATA_FORMAT, "the form cannot be read"));
        }
        throw new InvalidValue(new Refusal(ErrorCode.PARAM_MISSING, "the form has no field " + FIELD));
    }
}
