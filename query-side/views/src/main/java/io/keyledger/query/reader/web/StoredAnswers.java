package io.keyledger.query.reader.web;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.description.Relationship.Kind;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.document.Included;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.request.DryRun;
import io.keyledger.http.request.Preconditions;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Past;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.follow.ReadYourWrites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers writes from the views. */
final class StoredAnswers implements ResourceAnswers {
    private static final Logger log = LoggerFactory.getLogger(StoredAnswers.class);

    private final Reader reader;
    private final Past past;
    private final ReadYourWrites written;

    StoredAnswers(Reader reader, Past past, ReadYourWrites written) {
        this.reader = reader;
        this.past = past;
        this.written = written;
    }

    @Override
    public boolean awaitWritten() {
        return written.await();
    }

    @Override
    public ResponseEntity<Object> created(
            Caller caller,
            ResourceType type,
            @Nullable String aggregate,
            String id,
            Map<String, @Nullable Object> shownOnce) {
        var result = result(type, aggregate, id);
        if (result.isCurrent() && result.row() == null) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.RECORD_NOT_FOUND, "what this request made before has been deleted since"));
        }
        var answer = answer(201, result.isCurrent());
        answer.location(Documents.of(request()).self(type, id));
        if (!shownOnce.isEmpty()) {
            answer.cacheControl(CacheControl.noStore());
        }
        return withResource(answer, caller, type, result.row(), id, shownOnce);
    }

    @Override
    public ResponseEntity<Object> updated(Caller caller, ResourceType type, String id) {
        var result = result(type, null, id);
        return withResource(answer(200, result.isCurrent()), caller, type, result.row(), id, Map.of());
    }

    @Override
    public ResponseEntity<Object> tried(Caller caller, ResourceType type, Row row, Map<String, @Nullable Object> meta) {
        var options = ReadOptionsParser.single(type, request().getParameterMap(), DryRun.PARAMETER);
        var included = reader.include(caller, type, List.of(row), options.include());
        var document = Documents.of(request()).single(type, row, options, included);
        document.put("meta", meta);
        return ResponseEntity.ok()
                .eTag(Preconditions.eTag(row.version()))
                .contentType(ApiMediaType.JSON_API)
                .body(document);
    }

    @Override
    public ResponseEntity<Object> done(int status) {
        return answer(status, written.await()).build();
    }

    private static ResponseEntity.BodyBuilder answer(int status, boolean isShown) {
        var answer = ResponseEntity.status(status);
        return isShown ? answer : answer.header(LAG, "true");
    }

    /**
     * What was written, as the views have it, or, when they lag, as its events say. The write is stored by now, so a
     * failure to read it is logged and answered like a lag.
     */
    private Result result(ResourceType type, @Nullable String aggregate, String id) {
        var isShown = written.await();
        try {
            return new Result(isShown ? reader.find(type, id) : present(type, aggregate, id), isShown);
        } catch (RuntimeException e) {
            log.error("cannot read {} {} after a write of it", type.name(), id, e);
            return new Result(null, false);
        }
    }

    /**
     * The row by the events of the aggregate with that id, or of the one that it is a part of: the given one, else one
     * that the row in the views leads to.
     */
    private @Nullable Row present(ResourceType type, @Nullable String aggregate, String id) {
        var shown = reader.find(type, id);
        return Stream.concat(Stream.of(Objects.requireNonNullElse(aggregate, id), id), owners(type, shown))
                .distinct()
                .map(one -> Optional.ofNullable(past.present(type, one, id)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(shown);
    }

    /** Ids of what the row leads to. */
    private static Stream<String> owners(ResourceType type, @Nullable Row row) {
        return row == null
                ? Stream.empty()
                : type.relationships().stream()
                        .filter(relationship -> relationship.kind() == Kind.TO_ONE)
                        .map(relationship -> row.values().get(relationship.field()))
                        .filter(String.class::isInstance)
                        .map(String.class::cast);
    }

    /** The row may be missing while the views lag: values that are shown only once are answered all the same. */
    private ResponseEntity<Object> withResource(
            ResponseEntity.BodyBuilder answer,
            Caller caller,
            ResourceType type,
            @Nullable Row stored,
            String id,
            Map<String, @Nullable Object> shownOnce) {
        var row = ShownOnce.in(type, stored == null ? new Row(id, null, 0, Map.of()) : stored, shownOnce);
        var options = ReadOptionsParser.single(type, request().getParameterMap());
        var included = Included.NONE;
        if (stored != null) {
            try {
                included = reader.include(seeing(caller, stored), type, List.of(stored), options.include());
            } catch (RuntimeException e) {
                log.error("cannot read what {} {} includes after a write of it", type.name(), id, e);
                answer.headers(headers -> headers.set(LAG, "true"));
            }
        }
        var document = Documents.of(request()).single(type, row, options, included);
        if (stored != null) {
            answer.eTag(
                    shownOnce.isEmpty()
                            ? Documents.eTag(type, stored, options, document)
                            : Preconditions.eTag(stored.version()));
        }
        ShownOnce.addMeta(document, type, shownOnce);
        return answer.contentType(ApiMediaType.JSON_API).body(document);
    }

    /** The caller with a grant on the organization just created, which their grants, read before it, do not include. */
    private static Caller seeing(Caller caller, Row stored) {
        var id = stored.id();
        if (!id.equals(stored.organizationId()) || caller.in(id) != null) {
            return caller;
        }
        var grants = new HashMap<>(caller.grants());
        grants.put(id, new Grant(id, "", "admin", Map.of(), null, true, null));
        return new Caller(caller.actorKind(), caller.actorId(), caller.actorName(), caller.clientId(), grants);
    }

    /** A row, and whether it is what the views show after the write. */
    private record Result(@Nullable Row row, boolean isCurrent) {}

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
