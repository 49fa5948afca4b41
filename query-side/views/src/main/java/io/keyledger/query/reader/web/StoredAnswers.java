package io.keyledger.query.reader.web;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers writes from the views. */
final class StoredAnswers implements ResourceAnswers {
    /** The part of an address such as {@code /api/app_registrations/{id}/client_secrets} that names the aggregate. */
    private static final int OWNER = 3;

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
            Caller caller, ResourceType type, String id, Map<String, @Nullable Object> shownOnce) {
        var isShown = written.await();
        var stored = present(type, id, isShown);
        if (isShown && stored == null) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.RECORD_NOT_FOUND, "what this request made before has been deleted since"));
        }
        var answer = answer(201, isShown);
        answer.location(Documents.of(request()).self(type, id));
        if (!shownOnce.isEmpty()) {
            answer.cacheControl(CacheControl.noStore());
        }
        return withResource(answer, caller, type, stored, id, shownOnce);
    }

    @Override
    public ResponseEntity<Object> updated(Caller caller, ResourceType type, String id) {
        var isShown = written.await();
        return withResource(answer(200, isShown), caller, type, present(type, id, isShown), id, Map.of());
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
     * The row as the views have it, or, when they lag, as the events say: those of the aggregate with that id, else of the
     * one that the address names, of which it is a part.
     */
    private @Nullable Row present(ResourceType type, String id, boolean isShown) {
        if (isShown) {
            return reader.find(type, id);
        }
        var named = request().getRequestURI().split("/", -1);
        return Stream.of(id, named.length > OWNER ? named[OWNER] : id)
                .distinct()
                .map(aggregate -> Optional.ofNullable(past.present(type, aggregate, id)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> reader.find(type, id));
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
        var included = stored == null
                ? Included.NONE
                : reader.include(seeing(caller, stored), type, List.of(stored), options.include());
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

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
