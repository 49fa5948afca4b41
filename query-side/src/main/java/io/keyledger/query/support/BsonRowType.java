package io.keyledger.query.support;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a row is stored: its BSON, which begins with its own length. */
final class BsonRowType extends BasicDataType<Document> {
    private static final int BYTES_PER_FIELD = 120;

    /** An estimate, for the cache: a field's key is shared, its value a small object. */
    @Override
    public int getMemory(Document row) {
        return BYTES_PER_FIELD * (row.size() + 1);
    }

    @Override
    public void write(WriteBuffer out, Document row) {
        var bson = encoded(row);
        out.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        return decoded(in);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    static ByteBuf encoded(Document document) {
        var bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        return bson;
    }

    static Document decoded(ByteBuffer in) {
        var bson = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(bson);
        in.position(in.position() + bson.readerIndex());
        return document;
    }
}
