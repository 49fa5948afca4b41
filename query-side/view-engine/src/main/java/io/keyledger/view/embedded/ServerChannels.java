package io.keyledger.view.embedded;

import com.mongodb.connection.SocketSettings;
import com.mongodb.connection.SslSettings;
import com.mongodb.internal.connection.StreamFactory;
import com.mongodb.internal.connection.StreamFactoryFactory;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.Executor;

/**
 * Connects the driver to the embedded server without a socket: no port is open, and no request waits for another
 * thread. The driver has no public API for that; these are interfaces from its internal packages.
 */
final class ServerChannels implements StreamFactoryFactory {
    private final MongoBackend backend;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    ServerChannels(MongoBackend backend) {
        this.backend = backend;
    }

    @Override
    public StreamFactory create(SocketSettings socket, SslSettings ssl) {
        return address -> new ServerChannel(address, channel());
    }

    /** Asked for by the asynchronous driver only. */
    @Override
    public Executor getExecutor() {
        return Runnable::run;
    }

    /** The server's own handlers, in its order. */
    private EmbeddedChannel channel() {
        var channel = new EmbeddedChannel();
        channel.config().setAllocator(new UnpooledByteBufAllocator(false));
        channel.pipeline()
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MongoWireMessageEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(new MongoDatabaseHandler(backend, open))
                .addLast(new MongoExceptionHandler());
        return channel;
    }

    @Override
    public void close() {
        // the driver has closed its connections by then
    }
}
