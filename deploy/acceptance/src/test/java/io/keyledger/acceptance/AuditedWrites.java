package io.keyledger.acceptance;

import io.keyledger.acceptance.Client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Watches writes, and repeats each of them without effect: first by a caller without permission, then by the same
 * caller with invalid values; a change is also made a second time, when nothing is left to change.
 */
final class AuditedWrites implements Client.Watch {
    /** The log tells milliseconds. */
    private static final Duration PRECISION = Duration.ofMillis(1);

    private final Contract contract;
    private final Client caller;
    private final List<Write> accepted = new ArrayList<>();
    private final List<Write> inVain = new ArrayList<>();
    private final Set<String> operations = new TreeSet<>();
    private @Nullable Client reader;
    private Instant began = Instant.EPOCH;

    AuditedWrites(Contract contract, Client caller) {
        this.contract = contract;
        this.caller = caller;
    }

    /** From now on, by a caller who may only read. */
    void alsoTriedBy(Client who) {
        reader = who;
    }

    @Override
    public void before(Request request) {
        if (isWrite(request) && reader != null && isDocument(request)) {
            keepRefused(request, reader.send(request));
            if (hasAttributes(request)) {
                keepRefused(request, caller.send(spoilt(request)));
            }
        }
        began = Instant.now().minus(PRECISION);
    }

    @Override
    public void after(Request request, Answer answer) {
        if (isWrite(request) && answer.status() < 300) {
            accepted.add(write(request, answer));
            if (request.method().equals("PATCH")) {
                inVain.add(write(request, caller.send(request)));
            }
        }
    }

    /** What the owner's actions ask for is not of interest. */
    private boolean isWrite(Request request) {
        return !request.method().equals("GET")
                && contract.operation(request.method(), request.path()).isPresent();
    }

    /** Documents open to everyone cannot be refused. */
    private static boolean isDocument(Request request) {
        return request.path().startsWith("/api/") && !request.path().equals("/api/leaked_secrets");
    }

    private void keepRefused(Request request, Answer answer) {
        if (answer.status() < 400 && !answer.text().contains("\"result\":\"refused\"")) {
            throw new AssertionError("should have been refused: " + request + "\n" + answer);
        }
        inVain.add(write(request, answer));
    }

    private static boolean hasAttributes(Request request) {
        return request.body() != null
                && !Json.read(request.body()).at("/data/attributes").isEmpty();
    }

    /** The same with a list in the place of every attribute's value; not one of them is a list of lists. */
    private static Request spoilt(Request request) {
        var document = Json.read(String.valueOf(request.body()));
        var attributes = (ObjectNode) document.at("/data/attributes");
        List.copyOf(attributes.propertyNames())
                .forEach(name -> attributes.putArray(name).addArray());
        return new Request(request.method(), request.path(), document.toString(), request.headers());
    }

    private Write write(Request request, Answer answer) {
        var operation = contract.operation(request.method(), request.path()).orElseThrow();
        operations.add(name(operation));
        return new Write(name(operation), answer.status(), answer.header("X-Request-Id"), began, Instant.now());
    }

    List<Write> accepted() {
        return accepted;
    }

    /** The refused requests, and those that changed nothing. */
    List<Write> inVain() {
        return inVain;
    }

    /** All operations requested, whatever the answer. */
    Set<String> operations() {
        return operations;
    }

    static String name(Contract.Operation operation) {
        return operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path();
    }

    /** One request and what came of it. */
    record Write(String operation, int status, String requestId, Instant began, Instant ended) {
        boolean wasUnderWayAt(Instant instant) {
            return !instant.isBefore(began) && !instant.isAfter(ended);
        }
    }
}
