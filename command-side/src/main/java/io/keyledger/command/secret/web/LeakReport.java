package io.keyledger.command.secret.web;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.web.error.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a reporter says: which secrets he found, and where. Refusals name places in the document, never what stands there. */
final class LeakReport {
    static final String TYPE = "leaked_secrets";
    static final int MOST = 100;
    static final int LONGEST_URL = 2048;

    private static final String SECRETS = "secrets";
    private static final String SOURCE_URL = "source_url";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Set<String> secrets;
    private final @Nullable String sourceUrl;

    private LeakReport(Set<String> secrets, @Nullable String sourceUrl) {
        this.secrets = secrets;
        this.sourceUrl = sourceUrl;
    }

    /** Reads the document; what is wrong with its form is 400, with its values 422. */
    static LeakReport of(JsonNode body) {
        var data = object(body.path("data"), "data");
        if (!data.path("type").isString() || !data.path("type").stringValue().equals(TYPE)) {
            throw refused(ErrorCode.TYPE_MISMATCH, "the type here is " + TYPE, "data", "type");
        }
        var attributes = object(data.path("attributes"), "data", "attributes");
        allowOnly(attributes, List.of(SECRETS, SOURCE_URL), "data", "attributes");
        return new LeakReport(secrets(attributes.path(SECRETS)), sourceUrl(attributes.path(SOURCE_URL)));
    }

    /** As they were presented; nobody keeps them. */
    Set<String> secrets() {
        return secrets;
    }

    /** Where they were found, or null. */
    @Nullable
    String sourceUrl() {
        return sourceUrl;
    }

    /** Tells how many, and none of them. */
    @Override
    public String toString() {
        return "LeakReport[" + secrets.size() + "]";
    }

    private static Set<String> secrets(JsonNode list) {
        if (!list.isArray()) {
            throw refused(
                    list.isMissingNode() ? ErrorCode.PARAM_MISSING : ErrorCode.INVALID_FIELD_VALUE,
                    "must be a list of texts",
                    "data",
                    "attributes",
                    SECRETS);
        }
        if (list.isEmpty() || list.size() > MOST) {
            throw new InvalidValue(
                    Refusal.ofField(Source.attribute(SECRETS), "inclusion", "must be 1 to " + MOST + " secrets"));
        }
        var secrets = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isString()) {
                throw refused(
                        ErrorCode.INVALID_FIELD_VALUE,
                        "must be a text",
                        "data",
                        "attributes",
                        SECRETS,
                        Integer.toString(i));
            }
            secrets.add(list.get(i).stringValue());
        }
        return secrets;
    }

    private static @Nullable String sourceUrl(JsonNode url) {
        if (url.isMissingNode() || url.isNull()) {
            return null;
        }
        if (!url.isString()) {
            throw refused(ErrorCode.INVALID_FIELD_VALUE, "must be a text", "data", "attributes", SOURCE_URL);
        }
        var text = url.stringValue();
        if (text.length() > LONGEST_URL || !isWebAddress(text)) {
            throw new InvalidValue(Refusal.ofField(
                    Source.attribute(SOURCE_URL),
                    "invalid",
                    "must be an http or https URL of at most " + LONGEST_URL + " characters"));
        }
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static JsonNode object(JsonNode node, String... place) {
        if (!node.isObject()) {
            var code = node.isMissingNode() ? ErrorCode.PARAM_MISSING : ErrorCode.INVALID_DATA_FORMAT;
            throw refused(code, "must be an object", place);
        }
        return node;
    }

    private static void allowOnly(JsonNode object, List<String> names, String... place) {
        if (!names.containsAll(object.propertyNames())) {
            throw refused(ErrorCode.PARAM_NOT_ALLOWED, "has nothing but " + String.join(", ", names), place);
        }
    }

    private static InvalidValue refused(ErrorCode code, String detail, String... place) {
        return new InvalidValue(new Refusal(code, detail, Source.pointer(place), null, Map.of()));
    }
}
