package io.keyledger.query.reader.web;

import io.keyledger.http.description.Relationship;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** Reads the user that the token belongs to. */
final class UserReads {
    private final ResourceReads user;
    private final RelatedReads versions;

    UserReads(Relationship versions, Reader reader) {
        this.user = new ResourceReads(Resources.USERS, reader);
        this.versions = new RelatedReads(Resources.USERS, versions, reader);
    }

    ResponseEntity<Object> single(HttpServletRequest request, Caller caller) {
        return user.single(request, caller, own(caller));
    }

    ResponseEntity<Object> related(HttpServletRequest request, Caller caller) {
        return versions.related(request, caller, own(caller));
    }

    ResponseEntity<Object> identifiers(HttpServletRequest request, Caller caller) {
        return versions.identifiers(request, caller, own(caller));
    }

    private static String own(Caller caller) {
        if (!caller.isUser()) {
            throw new RuleViolation(new Refusal(ErrorCode.FORBIDDEN, "the token belongs to no user"));
        }
        return caller.actorId();
    }
}
