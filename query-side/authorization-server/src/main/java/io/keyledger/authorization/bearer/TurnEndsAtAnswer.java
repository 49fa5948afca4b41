package io.keyledger.authorization.bearer;

import io.keyledger.http.share.TenantShare.Turn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/** Gives the turn back as the answer begins to leave: its rows are read, and how fast its caller takes it is nobody's else. */
final class TurnEndsAtAnswer extends OnCommittedResponseWrapper {
    private final Turn turn;

    TurnEndsAtAnswer(HttpServletResponse response, Turn turn) {
        super(response);
        this.turn = turn;
    }

    @Override
    protected void onResponseCommitted() {
        turn.close();
    }
}
