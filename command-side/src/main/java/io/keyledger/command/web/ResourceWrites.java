package io.keyledger.command.web;

import io.keyledger.command.bus.Commands;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.organization.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Creates, changes and deletes resources: checks what the caller may do, reads the document, sends one command in the name of
 * the resource's organization, and answers.
 */
@Component
public class ResourceWrites {
    private final AccessCheck access;
    private final Creations creations;
    private final Commands commands;
    private final ResourceAnswers answers;

    ResourceWrites(AccessCheck access, Creations creations, Commands commands, ResourceAnswers answers) {
        this.access = access;
        this.creations = creations;
        this.commands = commands;
        this.answers = answers;
    }

    /**
     * Creates a resource of the organization that the document names, and answers 201.
     *
     * @param preparation reads and looks up what must hold also when the request is repeated; what it returns makes the
     *                    command for the id of the new resource
     */
    public ResponseEntity<Object> create(
            Caller caller,
            ResourceType type,
            JsonNode body,
            BiFunction<ResourceInput, OrganizationId, Function<String, Object>> preparation) {
        return createShowing(caller, type, body, (input, organization) -> {
            var command = preparation.apply(input, organization);
            return fresh -> {
                fresh.send(command.apply(fresh.id()));
                return Map.of();
            };
        });
    }

    /** The same with something that this one answer shows and no later one; see {@link Creations#answer}. */
    public ResponseEntity<Object> createShowing(
            Caller caller,
            ResourceType type,
            JsonNode body,
            BiFunction<ResourceInput, OrganizationId, Function<Creations.Fresh, Map<String, Object>>> preparation) {
        var input = ResourceInput.forCreate(type, body);
        var organization = access.organizationOf(caller, type, input);
        return creations.answer(caller, type, organization.value(), preparation.apply(input, organization));
    }

    /** Changes the resource by the command that is made of the document, and answers 200 with it. */
    public ResponseEntity<Object> change(
            Caller caller,
            ResourceType type,
            String id,
            JsonNode body,
            HttpServletRequest request,
            BiFunction<ResourceInput, Target, Object> command) {
        var target = new Target(access.open(caller, type, id, Operation.UPDATE), request);
        send(target.row(), command.apply(ResourceInput.forUpdate(type, id, body), target));
        return answers.updated(caller, type, id);
    }

    /** Deletes the resource with the command, and answers 204. */
    public ResponseEntity<Object> delete(
            Caller caller, ResourceType type, String id, HttpServletRequest request, Function<Target, Object> command) {
        return delete(access.open(caller, type, id, Operation.DESTROY), request, command);
    }

    /** The same for a resource that the caller's access to has been checked already. */
    public ResponseEntity<Object> delete(Row row, HttpServletRequest request, Function<Target, Object> command) {
        send(row, command.apply(new Target(row, request)));
        return answers.done(204);
    }

    /** Sends a command in the name of the organization that the resource belongs to. */
    public void send(Row row, Object command) {
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
    }

    /**
     * What is to be changed or deleted.
     *
     * @param row as it is
     */
    public record Target(Row row, HttpServletRequest request) {
        /** The organization that it belongs to. */
        public OrganizationId organization() {
            return new OrganizationId(Objects.requireNonNull(row.organizationId()));
        }

        /** The version that it must still have; null for any. */
        public @Nullable ExpectedVersions expectedVersion() {
            return Preconditions.expected(request);
        }
    }
}
