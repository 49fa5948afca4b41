package io.keyledger.http.mvc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.connection.AddressKey;
import io.keyledger.http.share.TenantShare;
import io.keyledger.kernel.access.Caller;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends in a refusal when it goes on past the limit, and which waits for its turn when it gets large.
 * To be closed when it is answered.
 */
final class LimitedRequest extends HttpServletRequestWrapper implements AutoCloseable {
    private final int limit;
    private final @Nullable LargeBodies large;
    private @Nullable ServletInputStream limited;
    private TenantShare.@Nullable Turn turn;

    LimitedRequest(HttpServletRequest request, int limit, @Nullable LargeBodies large) {
        super(request);
        this.limit = limit;
        this.large = large;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (limited == null) {
            limited = new LimitedInput(super.getInputStream(), limit, this::takeTurn);
        }
        return limited;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    private void takeTurn() {
        if (large != null && turn == null) {
            // who calls is known by now, where they have to say so
            turn = large.take(
                    getAttribute(Caller.class.getName()) instanceof Caller caller
                            ? caller.tenant()
                            : AddressKey.of(getRemoteAddr()));
        }
    }

    @Override
    public void close() {
        if (turn != null) {
            turn.close();
        }
    }
}
