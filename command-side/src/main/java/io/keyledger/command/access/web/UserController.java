package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.USERS;

import io.keyledger.command.access.ChangeUser;
import io.keyledger.command.access.ChangeUserEmail;
import io.keyledger.command.access.ChangeUserLabels;
import io.keyledger.command.access.ChangeUserTimeZone;
import io.keyledger.command.access.DeleteUser;
import io.keyledger.command.access.RenameUser;
import io.keyledger.command.access.UserChange;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.command.web.RequestedChanges;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes and ends the caller's own user. Source: CONTRACT part B, section 5.8. */
@RestController
class UserController {
    private final Commands commands;
    private final ResourceAnswers answers;

    UserController(Commands commands, ResourceAnswers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    /** 403 for the token of an app, which belongs to no user. */
    @PatchMapping("/api/user")
    ResponseEntity<Object> change(Caller caller, @RequestBody JsonNode body, HttpServletRequest request) {
        AccessCheck.require(caller.isUser());
        var userId = new UserId(caller.actorId());
        var input = ResourceInput.forUpdate(USERS, caller.actorId(), body);
        var changes = new RequestedChanges<UserChange>(input)
                .when(
                        input.has("first_name") || input.has("last_name"),
                        () -> new RenameUser(userId, Inputs.text(input, "first_name"), Inputs.text(input, "last_name")))
                .of("email", () -> new ChangeUserEmail(userId, new EmailAddress(input.required("email"))))
                .of("time_zone", () -> new ChangeUserTimeZone(userId, input.string("time_zone")))
                .ofLabels(labels -> new ChangeUserLabels(userId, labels));
        commands.send(new ChangeUser(userId, changes.list(), Preconditions.expected(request)));
        return answers.updated(caller, USERS, caller.actorId());
    }

    /** 204: the user, the personal app with its tokens, and all memberships have ended. */
    @Described(
            value = "End the user of the token",
            detail = "With the user end the personal app, its tokens and every membership. An owner hands over first.",
            answers = Described.NOTHING,
            refuses = ErrorCode.LOCKED)
    @DeleteMapping("/api/user")
    ResponseEntity<Object> delete(Caller caller, HttpServletRequest request) {
        AccessCheck.require(caller.isUser());
        commands.send(new DeleteUser(new UserId(caller.actorId()), Preconditions.expected(request)));
        return answers.done(204);
    }
}
