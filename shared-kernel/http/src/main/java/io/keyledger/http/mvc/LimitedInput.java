package io.keyledger.http.mvc;

import io.keyledger.kernel.problem.InvalidValue;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that waits for its turn before it gets large, and is refused once it has more bytes than allowed. */
final class LimitedInput extends ServletInputStream {
    private final ServletInputStream body;
    private final int limit;
    private final Runnable beforeLarge;
    private long left;

    LimitedInput(ServletInputStream body, int limit, Runnable beforeLarge) {
        this.body = body;
        this.beforeLarge = beforeLarge;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        var next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = body.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        left -= bytes;
        if (limit - left > LargeBodies.LARGE) {
            beforeLarge.run();
        }
        if (left < 0) {
            throw new InvalidValue(BodyLimitFilter.tooLarge(limit));
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
