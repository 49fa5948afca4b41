package io.keyledger.acceptance;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The published contract: finds the operation of a request, and says what of an answer is not in it. */
final class Contract {
    private static final String BASE = "https://keyledger.example/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static @Nullable Contract published;

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final List<Operation> operations;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** What an OpenAPI document says, given as JSON. */
    Contract(String text) {
        document = Json.read(text);
        schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(BASE, text)));
        operations = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> Operation.of(path.getKey(), method.getKey(), method.getValue())))
                .sorted(Comparator.comparingInt(Operation::variables))
                .toList();
    }

    /** What the server publishes; all servers of a test run are of one build. */
    static synchronized Contract of(RunningServer server) {
        if (published == null) {
            published = new Contract(fetch(server));
        }
        return published;
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    /** From here on counts what is done. */
    void forgetWhatWasDone() {
        done.clear();
    }

    /** The names of the operations that no request has done since. */
    Set<String> undone() {
        var names = new TreeSet<>(operations.stream().map(Operation::id).toList());
        names.removeAll(done);
        return names;
    }

    /** Fails when the answer is not what the contract says. */
    void check(String method, String path, Answer answer) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return;
        }
        var faults = new AnswerCheck(this, operation.get()).faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + path + " is not answered as published: " + faults + "\n" + answer);
        }
        if (answer.status() < 400) {
            done.add(operation.get().id());
        }
    }

    Optional<Operation> operation(String method, String path) {
        var end = path.indexOf('?');
        var plain = end < 0 ? path : path.substring(0, end);
        return operations.stream()
                .filter(operation -> operation.answers(method, plain))
                .findFirst();
    }

    /** The node itself, or what it refers to. */
    Located resolve(String pointer) {
        var node = document.at(pointer);
        return node.has("$ref") ? resolve(node.path("$ref").asString().substring(1)) : new Located(pointer, node);
    }

    /** What of the value the schema at the pointer does not allow. */
    List<String> faults(String pointer, JsonNode value) {
        var schema = schemas.getSchema(SchemaLocation.of(BASE + "#" + pointer));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private static String fetch(RunningServer server) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(server.uri("/api/openapi.json")).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A part of the document, and where it stands. */
    record Located(String pointer, JsonNode node) {}

    /**
     * One documented operation.
     *
     * @param pattern   of the addresses it answers
     * @param variables how many parts of the address stand for something
     * @param pointer   where it stands in the document
     */
    record Operation(String method, String path, String pattern, int variables, String pointer, JsonNode node) {
        static Operation of(String path, String method, JsonNode node) {
            var pattern = path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+") + "/?";
            var variables = path.split("\\{", -1).length - 1;
            var pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
            return new Operation(method, path, pattern, variables, pointer, node);
        }

        boolean answers(String otherMethod, String address) {
            return method.equalsIgnoreCase(otherMethod) && address.matches(pattern);
        }

        String id() {
            return node.path("operationId").asString();
        }
    }
}
