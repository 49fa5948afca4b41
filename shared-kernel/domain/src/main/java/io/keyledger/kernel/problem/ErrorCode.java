package io.keyledger.kernel.problem;

/**
 * The stable codes of everything the service refuses, each with its HTTP status and title. Source: CONTRACT part B,
 * section 7, and part A.
 */
public enum ErrorCode {
    /** An id that cannot exist. */
    INVALID_ID(404, "Record not found"),
    /** A malformed request for which there is no other code. */
    BAD_REQUEST(400, "Bad request"),
    /** An attribute, relationship or parameter that may not be given here. */
    PARAM_NOT_ALLOWED(400, "Param not allowed"),
    /** A member the document must have. */
    PARAM_MISSING(400, "Param missing"),
    /** The document is of another resource type. */
    TYPE_MISMATCH(400, "Type mismatch"),
    /** The id in the body is not the one in the address. */
    KEY_NOT_INCLUDED_IN_URL(400, "Key not included in URL"),
    /** {@code fields} names something that the resource does not have. */
    INVALID_FIELD(400, "Invalid field"),
    /** A value of the wrong type, or a parameter whose value makes no sense. */
    INVALID_FIELD_VALUE(400, "Invalid field value"),
    /** A filter that cannot be read. */
    INVALID_FILTERS_SYNTAX(400, "Invalid filters syntax"),
    /** An attribute that cannot be filtered on. */
    FILTER_NOT_ALLOWED(400, "Filter not allowed"),
    /** A value the predicate cannot use. */
    INVALID_FILTER_VALUE(400, "Invalid filter value"),
    /** An attribute that cannot be sorted by. */
    INVALID_SORT_CRITERIA(400, "Invalid sort criteria"),
    /** A relationship that the resource does not have. */
    INVALID_INCLUDE(400, "Invalid include"),
    /** A page parameter other than number and size. */
    INVALID_PAGE_OBJECT(400, "Invalid page object"),
    /** A page number or size out of bounds. */
    INVALID_PAGE_VALUE(400, "Invalid page value"),
    /** Relationship data that is no resource identifier. */
    INVALID_LINKS_OBJECT(400, "Invalid links object"),
    /** A body that is no JSON:API document. */
    INVALID_DATA_FORMAT(400, "Invalid data format"),
    /** A token malformed, expired or revoked. */
    INVALID_TOKEN(401, "Invalid token"),
    /** No token. */
    UNAUTHORIZED(401, "Access denied"),
    /** Not enough rights. */
    FORBIDDEN(403, "Access denied"),
    /** The API does not create, change, delete or fork system apps. */
    SYSTEM_APP(403, "System app"),
    /** No such resource, or one of an organization that the caller does not belong to. */
    RECORD_NOT_FOUND(404, "Record not found"),
    /** No such address. */
    NOT_FOUND(404, "Not found"),
    /** The address exists, the method does not. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** Accept names no media type the service has. */
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /** Another request changed it at the same time, or it exists already. */
    CONFLICT(409, "Conflict"),
    /** The user is a member of the organization already. */
    ALREADY_MEMBER(409, "Already a member"),
    /** The last live credential of a confidential app. */
    LAST_CREDENTIAL(409, "Last credential"),
    /** A client secret that is no longer live, or has a successor already. */
    SECRET_NOT_LIVE(409, "Secret not live"),
    /** The app has this certificate already. */
    CERTIFICATE_DUPLICATE(409, "Certificate duplicate"),
    /** If-Match names another version than the present one. */
    STALE_VERSION(412, "Precondition failed"),
    /** A body over the limit. */
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    /** An upload of a certificate over the limit. */
    CERTIFICATE_TOO_LARGE(413, "Certificate too large"),
    /** Content-Type is not the media type. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** A rule of the resource is broken. */
    VALIDATION_ERROR(422, "Validation error"),
    /** No X.509 certificate that can be read: nothing at all, a PKCS#7 bundle, or anything else; the detail says what. */
    CERTIFICATE_UNREADABLE(422, "Certificate unreadable"),
    /** A private key is in the upload. Nothing of it is kept; the sender should use a new one. */
    CERTIFICATE_PRIVATE_KEY(422, "Certificate private key"),
    /** More bytes after the certificate. */
    CERTIFICATE_TRAILING_DATA(422, "Certificate trailing data"),
    /** Several certificates that are not one chain. */
    CERTIFICATE_SEVERAL_LEAVES(422, "Certificate several leaves"),
    /** A request for a certificate (PKCS#10), which is not the certificate that an authority makes of it. */
    CERTIFICATE_REQUEST(422, "Certificate request"),
    /** No issuer, or no subject and no critical subjectAltName either (RFC 5280 sections 4.1.2.4 and 4.1.2.6). */
    CERTIFICATE_NAMES_EMPTY(422, "Certificate names empty"),
    /** A period that no calendar has, in a form that is none of RFC 5280 section 4.1.2.5, or that ends before it begins. */
    CERTIFICATE_VALIDITY_INVALID(422, "Certificate validity invalid"),
    /** An extension twice, or extensions in a version that has none. */
    CERTIFICATE_EXTENSIONS_INVALID(422, "Certificate extensions invalid"),
    /** A weak key: RSA below 2048 bits, a curve below 256, or one for which others can sign. */
    CERTIFICATE_KEY_TOO_WEAK(422, "Certificate key too weak"),
    /** A key of a type, curve or size that is not accepted here. */
    CERTIFICATE_KEY_UNSUPPORTED(422, "Certificate key unsupported"),
    /** A key that no signature can be verified with, such as a point that is not on its curve. */
    CERTIFICATE_KEY_INVALID(422, "Certificate key invalid"),
    /** A certificate signed over a digest weaker than SHA-256. */
    CERTIFICATE_SIGNATURE_TOO_WEAK(422, "Certificate signature too weak"),
    /** A certificate signed by an algorithm that is not known here. */
    CERTIFICATE_SIGNATURE_UNSUPPORTED(422, "Certificate signature unsupported"),
    /** A certificate that has expired. */
    CERTIFICATE_EXPIRED(422, "Certificate expired"),
    /** The organization's policy allows certificates only. */
    POLICY_CLIENT_SECRETS_NOT_ALLOWED(422, "Policy client secrets not allowed"),
    /** A client secret that would live longer than the organization's policy allows. */
    POLICY_SECRET_DURATION(422, "Policy secret duration"),
    /** More live client secrets of one app than the organization's policy allows. */
    POLICY_LIVE_SECRETS(422, "Policy live secrets"),
    /** A certificate valid for longer than the organization's policy allows. */
    POLICY_CERTIFICATE_DURATION(422, "Policy certificate duration"),
    /** Tokens that would live longer than the organization's policy allows. */
    POLICY_TOKEN_LIFETIME(422, "Policy token lifetime"),
    /** There are as many of the resource as the service allows an organization or a user; {@code meta} has the limit. */
    QUOTA_EXCEEDED(422, "Quota exceeded"),
    /** The key was used with another method, path or body. */
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
    /** The key is not 1 to 255 visible ASCII characters. */
    IDEMPOTENCY_KEY_INVALID(400, "Idempotency key invalid"),
    /** Other resources refer to it. */
    LOCKED(423, "Locked"),
    /** A rate limit is used up. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** The headers of the request are over the limit. */
    HEADERS_TOO_LARGE(431, "Request header fields too large"),
    /** A fault of the service. */
    INTERNAL_SERVER_ERROR(500, "Internal server error"),
    /** A method that no address has. */
    NOT_IMPLEMENTED(501, "Not implemented"),
    /** A store cannot be reached just now. */
    UNAVAILABLE(503, "Unavailable"),
    /** A version of HTTP that is not spoken here. */
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status the code is answered with. */
    public int status() {
        return status;
    }

    /** A short text for people; the same for every occurrence. */
    public String title() {
        return title;
    }
}
