package io.keyledger.http.openapi;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Endpoint.Answer;
import io.keyledger.http.openapi.Endpoint.Door;
import io.keyledger.http.openapi.Endpoint.Parameter;
import io.keyledger.http.openapi.Refusals.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * Writes endpoints and schemas as an OpenAPI 3.1 document, with the responses and headers that operations share as
 * components.
 */
final class OpenApi {
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";
    private static final String CONTENT = "content";

    private final Map<String, Object> refusals = new TreeMap<>();

    Map<String, Object> document(List<Endpoint> endpoints, Map<String, Schema> schemas) {
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", DocumentHead.info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", DocumentHead.security());
        document.put("tags", DocumentHead.tags(endpoints));
        document.put("paths", paths(endpoints));
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", values(schemas));
        components.put("responses", refusals);
        components.put("headers", headers());
        components.put("securitySchemes", DocumentHead.securitySchemes());
        document.put("components", components);
        return document;
    }

    private Map<String, Object> paths(List<Endpoint> endpoints) {
        var paths = new TreeMap<String, Object>();
        var byPath = new TreeMap<String, Map<String, Object>>();
        for (var endpoint : endpoints) {
            byPath.computeIfAbsent(endpoint.path(), path -> new TreeMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        paths.putAll(byPath);
        return paths;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", endpoint.id());
        operation.put("tags", List.of(endpoint.tag()));
        operation.put("summary", endpoint.title());
        if (!endpoint.detail().isEmpty()) {
            operation.put(DESCRIPTION, endpoint.detail());
        }
        if (endpoint.door() != Door.TOKEN) {
            operation.put("security", DocumentHead.security(endpoint.door()));
        }
        if (!endpoint.parameters().isEmpty()) {
            operation.put(
                    "parameters",
                    endpoint.parameters().stream().map(OpenApi::parameter).toList());
        }
        var body = endpoint.body();
        if (body != null) {
            var request = new LinkedHashMap<String, Object>();
            request.put("required", body.required());
            request.put(CONTENT, content(body.content()));
            operation.put("requestBody", request);
        }
        operation.put("responses", responses(endpoint));
        return operation;
    }

    private static Map<String, Object> parameter(Parameter given) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", given.name());
        parameter.put("in", given.in());
        parameter.put(DESCRIPTION, given.meaning());
        parameter.put("required", given.required());
        switch (given.name()) {
            case "filter[q]", "fields" -> {
                parameter.put("style", "deepObject");
                parameter.put("explode", true);
            }
            case "include", "sort" -> {
                parameter.put("style", "form");
                parameter.put("explode", false);
            }
            default -> {
                // the standard style of its place
            }
        }
        parameter.put(SCHEMA, given.schema().json());
        return parameter;
    }

    private Map<String, Object> responses(Endpoint endpoint) {
        var responses = new TreeMap<String, Object>();
        endpoint.answers().forEach((status, answer) -> responses.put(status.toString(), answer(answer)));
        endpoint.refusals().byStatus().forEach((status, refused) -> responses.put(status.toString(), refusal(refused)));
        return responses;
    }

    private Object refusal(Refused refused) {
        if (!refused.isCommon()) {
            return answer(answerOf(refused));
        }
        refusals.computeIfAbsent(refused.name(), name -> answer(answerOf(refused)));
        return Map.of("$ref", "#/components/responses/" + refused.name());
    }

    private static Answer answerOf(Refused refused) {
        var headers = new ArrayList<>(List.of(Headers.REQUEST_ID));
        switch (HttpStatus.valueOf(refused.status())) {
            case UNAUTHORIZED, FORBIDDEN -> headers.add(Headers.AUTHENTICATE);
            case TOO_MANY_REQUESTS -> headers.add(Headers.RETRY_AFTER);
            default -> {
                // no further header
            }
        }
        var codes = refused.codes().stream().map(Enum::name).toList();
        var error = Schema.object().open().member("code", Schema.oneOf(codes)).json();
        // beside $ref is what this status adds to the schema of all errors
        var schema = Schema.named(SchemaNames.ERRORS)
                .with("properties", Map.of("errors", Map.of("items", Map.of("properties", error.get("properties")))));
        return new Answer(refused.meaning(), headers, Map.of(ApiMediaType.JSON_API_VALUE, schema));
    }

    private static Map<String, Object> answer(Answer given) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(DESCRIPTION, given.meaning());
        var headers = new LinkedHashMap<String, Object>();
        given.headers()
                .forEach(header ->
                        headers.put(header.wireName(), Map.of("$ref", "#/components/headers/" + header.name())));
        answer.put("headers", headers);
        if (!given.content().isEmpty()) {
            answer.put(CONTENT, content(given.content()));
        }
        return answer;
    }

    private static Map<String, Object> headers() {
        var headers = new LinkedHashMap<String, Object>();
        for (var header : Headers.values()) {
            var described = new LinkedHashMap<String, Object>();
            described.put(DESCRIPTION, header.meaning());
            described.put("required", header.always());
            described.put(SCHEMA, header.schema().json());
            headers.put(header.name(), described);
        }
        return headers;
    }

    private static Map<String, Object> content(Map<String, Schema> byMediaType) {
        var content = new TreeMap<String, Object>();
        byMediaType.forEach((mediaType, schema) -> content.put(mediaType, Map.of(SCHEMA, schema.json())));
        return content;
    }

    private static Map<String, Object> values(Map<String, Schema> schemas) {
        var values = new TreeMap<String, Object>();
        schemas.forEach((name, schema) -> values.put(name, schema.json()));
        return values;
    }
}
