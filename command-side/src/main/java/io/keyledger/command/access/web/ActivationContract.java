package io.keyledger.command.access.web;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Endpoint;
import io.keyledger.http.openapi.Endpoint.Answer;
import io.keyledger.http.openapi.Endpoint.Body;
import io.keyledger.http.openapi.Endpoint.Door;
import io.keyledger.http.openapi.Endpoint.Parameter;
import io.keyledger.http.openapi.Headers;
import io.keyledger.http.openapi.RefusalCause;
import io.keyledger.http.openapi.Refusals;
import io.keyledger.http.openapi.Schema;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The acceptance of an invitation, for the published contract. */
@Component
class ActivationContract implements ContractPart {
    private static final String ADDRESS = "/activate";
    private static final String TAG = "memberships";
    private static final String ACCEPTANCE = "InvitationAcceptance";
    private static final String CODE = "What the link of the invitation ends with.";

    @Override
    public List<Endpoint> endpoints() {
        return List.of(page(), acceptance());
    }

    @Override
    public Map<String, Schema> schemas() {
        var membership = Schema.object()
                .member("type", Schema.only("memberships"))
                .member("id", text())
                .requiringAll();
        var shownOnce = Schema.object()
                .member("client_id", text())
                .member("client_secret", text())
                .requiringAll();
        return Map.of(
                ACCEPTANCE,
                Schema.object().member("data", membership).requiringAll().member("meta", shownOnce));
    }

    private static Endpoint page() {
        return new Endpoint(
                "GET",
                ADDRESS,
                "showInvitation",
                TAG,
                "Show the page of an invitation",
                "Changes nothing; its button sends the POST.",
                Door.OPEN,
                List.of(new Parameter("query", "code", CODE, false, text())),
                null,
                Map.of(200, answer("As asked for.", Map.of(MediaType.TEXT_HTML_VALUE, text()))),
                Refusals.of(EnumSet.of(RefusalCause.ANSWER), List.of()));
    }

    private static Endpoint acceptance() {
        var form = Schema.object()
                .member("code", text().with("description", CODE))
                .requiringAll()
                .open();
        return new Endpoint(
                "POST",
                ADDRESS,
                "acceptInvitation",
                TAG,
                "Accept an invitation",
                "Without a token for a new user, whose personal app and its client secret are shown in `meta`, this once. With"
                        + " the access token of a user (`Authorization: Bearer`) for that user. A refused one leaves the link"
                        + " as it is. Without a token it is a page, unless `Accept` names JSON.",
                Door.OPEN,
                List.of(),
                new Body(true, Map.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE, form)),
                Map.of(
                        200, answer("As asked for.", content(Schema.named(ACCEPTANCE))),
                        404,
                                answer(
                                        "The link is unknown, used already or older than seven days, or who sent it"
                                                + " holds the rights of that role no more.",
                                        content(Schema.named("Errors")))),
                Refusals.of(
                        EnumSet.of(RefusalCause.ANSWER, RefusalCause.REQUEST, RefusalCause.CALLER),
                        List.of(ErrorCode.ALREADY_MEMBER)));
    }

    /** A document, or a page. */
    private static Map<String, Schema> content(Schema document) {
        return Map.of(ApiMediaType.JSON_API_VALUE, document, MediaType.TEXT_HTML_VALUE, text());
    }

    private static Answer answer(String meaning, Map<String, Schema> content) {
        return new Answer(meaning, List.of(Headers.REQUEST_ID, Headers.LAG, Headers.CACHE_CONTROL), content);
    }

    private static Schema text() {
        return Schema.of("string");
    }
}
