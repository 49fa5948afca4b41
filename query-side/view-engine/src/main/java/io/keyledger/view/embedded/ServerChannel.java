package io.keyledger.view.embedded;

import com.mongodb.ServerAddress;
import com.mongodb.connection.AsyncCompletionHandler;
import com.mongodb.internal.connection.OperationContext;
import com.mongodb.internal.connection.Stream;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.bson.ByteBuf;
import org.bson.ByteBufNIO;
import org.jspecify.annotations.Nullable;

/** One connection of the driver: what it writes is answered by the server before the call returns. */
final class ServerChannel implements Stream {
    private final ServerAddress address;
    private final EmbeddedChannel server;
    private io.netty.buffer.@Nullable ByteBuf answer;

    ServerChannel(ServerAddress address, EmbeddedChannel server) {
        this.address = address;
        this.server = server;
    }

    @Override
    public void open(OperationContext context) {
        // it is open from the beginning
    }

    @Override
    public ByteBuf getBuffer(int size) {
        return new ByteBufNIO(ByteBuffer.allocate(size));
    }

    @Override
    public void write(List<ByteBuf> buffers, OperationContext context) {
        var parts = buffers.stream().map(ByteBuf::asNIO).toArray(ByteBuffer[]::new);
        server.writeInbound(Unpooled.wrappedBuffer(parts));
    }

    @Override
    public ByteBuf read(int size, OperationContext context) throws IOException {
        if (answer == null || answer.refCnt() == 0) {
            answer = server.readOutbound();
        }
        if (answer == null || answer.readableBytes() < size) {
            throw new EOFException("the server gave no answer");
        }
        var part = new byte[size];
        answer.readBytes(part);
        if (!answer.isReadable()) {
            answer.release();
        }
        return new ByteBufNIO(ByteBuffer.wrap(part));
    }

    @Override
    public ServerAddress getAddress() {
        return address;
    }

    @Override
    public void close() {
        server.finishAndReleaseAll();
    }

    @Override
    public boolean isClosed() {
        return !server.isOpen();
    }

    @Override
    public void openAsync(OperationContext context, AsyncCompletionHandler<@Nullable Void> handler) {
        throw onlyInTurn();
    }

    @Override
    public void writeAsync(
            List<ByteBuf> buffers, OperationContext context, AsyncCompletionHandler<@Nullable Void> handler) {
        throw onlyInTurn();
    }

    @Override
    public void readAsync(int size, OperationContext context, AsyncCompletionHandler<ByteBuf> handler) {
        throw onlyInTurn();
    }

    private static UnsupportedOperationException onlyInTurn() {
        return new UnsupportedOperationException("the driver of the views is the one that waits for answers");
    }
}
