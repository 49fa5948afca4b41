package io.keyledger.http.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param method     in capitals
 * @param path       with {@code {id}} in the place of an id
 * @param id         the operation id, in camel case; unique
 * @param tag        the group it is listed in: the plural name of a resource, or a word
 * @param title      what it does, in a line
 * @param detail     what a caller should know besides; may be empty
 * @param door       how a caller authenticates
 * @param parameters of path, query and header
 * @param body       null when there is none
 * @param answers    by status; those of the refusals not among them
 * @param refusals   in the shape of the API's errors
 */
public record Endpoint(
        String method,
        String path,
        String id,
        String tag,
        String title,
        String detail,
        Door door,
        List<Parameter> parameters,
        @Nullable Body body,
        Map<Integer, Answer> answers,
        Refusals refusals) {

    public Endpoint {
        parameters = List.copyOf(parameters);
        answers = new TreeMap<>(answers);
    }

    /** How a caller authenticates. */
    public enum Door {
        /** By an access token. */
        TOKEN,
        /** By client authentication, or by a client id alone. */
        CLIENT,
        /** No authentication. */
        OPEN
    }

    /**
     * One parameter.
     *
     * @param in       {@code path}, {@code query} or {@code header}
     * @param name     as it is sent; of {@code filter[q][name_eq]} all but the last brackets, which are members of an object
     * @param meaning  in whole operationNames
     * @param required whether it must be there
     * @param schema   of its value; of an object when it stands for several parameters with brackets
     */
    public record Parameter(String in, String name, String meaning, boolean required, Schema schema) {}

    /**
     * The body of a request.
     *
     * @param required whether it must be there
     * @param content  by media type
     */
    public record Body(boolean required, Map<String, Schema> content) {}

    /**
     * An answer of success.
     *
     * @param meaning in a sentence
     * @param headers those of {@link Headers} that come with it
     * @param content by media type; none: an empty body
     */
    public record Answer(String meaning, List<Headers> headers, Map<String, Schema> content) {}
}
