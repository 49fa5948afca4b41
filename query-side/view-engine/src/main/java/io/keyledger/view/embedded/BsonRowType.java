package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a row is stored: its BSON, which begins with its own length. */
final class BsonRowType extends BasicDataType<byte[]> {
    private static final int HEADER = 24;
    private static final int USUAL = 1024;

    @Override
    public int getMemory(byte[] row) {
        return HEADER + row.length;
    }

    @Override
    public void write(WriteBuffer out, byte[] row) {
        out.put(row);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        int length = in.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > in.remaining()) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "a row of {0} bytes", length);
        }
        var row = new byte[length];
        in.get(row);
        return row;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    static byte[] encoded(Document document) {
        var bson = Unpooled.buffer(USUAL);
        BsonEncoder.encodeDocument(document, bson);
        return ByteBufUtil.getBytes(bson);
    }

    static Document decoded(ByteBuffer in) {
        var bson = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(bson);
        in.position(in.position() + bson.readerIndex());
        return document;
    }
}
