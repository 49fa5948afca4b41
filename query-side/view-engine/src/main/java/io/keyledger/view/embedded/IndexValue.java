package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** How a value in a key of an index is stored: a letter for its type, then the value. */
final class IndexValue {
    private static final byte NULL = '0';
    private static final byte TEXT = 's';
    private static final byte TIME = 't';
    private static final byte NUMBER = 'n';
    private static final byte TRUE = '+';
    private static final byte FALSE = '-';
    private static final byte OTHER = 'x';
    private static final String FIELD = "v";
    private static final int OBJECT = 24;

    private IndexValue() {}

    static void write(WriteBuffer out, @Nullable Object value) {
        switch (value) {
            case null -> out.put(NULL);
            case String text -> StringDataType.INSTANCE.write(out.put(TEXT), text);
            case Instant time -> out.put(TIME).putVarLong(time.toEpochMilli());
            case Long number -> out.put(NUMBER).putVarLong(number);
            case Boolean isTrue -> out.put(isTrue ? TRUE : FALSE);
            default -> out.put(OTHER).put(BsonRowType.encoded(new Document(FIELD, value)));
        }
    }

    static @Nullable Object read(ByteBuffer in) {
        byte sort = in.get();
        return switch (sort) {
            case NULL -> null;
            case TEXT -> StringDataType.INSTANCE.read(in);
            case TIME -> Instant.ofEpochMilli(DataUtils.readVarLong(in));
            case NUMBER -> DataUtils.readVarLong(in);
            case TRUE -> true;
            case FALSE -> false;
            case OTHER -> BsonRowType.decoded(in).get(FIELD);
            default -> throw new IllegalStateException("no sort of value: " + sort);
        };
    }

    /** Approximate bytes in memory. */
    static int memory(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> StringDataType.INSTANCE.getMemory(text);
            default -> OBJECT;
        };
    }
}
