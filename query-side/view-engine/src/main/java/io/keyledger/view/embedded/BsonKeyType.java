package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** How the key of a unique index is stored: its values as a BSON array. */
class BsonKeyType extends BasicDataType<KeyValue> {
    private static final String VALUES = "v";
    private static final int BYTES_PER_VALUE = 100;

    @Override
    public int getMemory(KeyValue key) {
        return BYTES_PER_VALUE * (key.size() + 1);
    }

    @Override
    public int compare(KeyValue a, KeyValue b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = values(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** As the server orders them, which first finds out what sorts of values they are. */
    static int values(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case String text when other instanceof String another -> text.compareTo(another);
            case Instant instant when other instanceof Instant another -> instant.compareTo(another);
            case Long number when other instanceof Long another -> number.compareTo(another);
            case null, default -> ValueComparator.asc().compare(one, other);
        };
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        var values = new Document(VALUES, key.stream().collect(Collectors.toCollection(ArrayList::new)));
        out.put(BsonRowType.encoded(values));
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        return new KeyValue((List<?>) BsonRowType.decoded(in).get(VALUES));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
