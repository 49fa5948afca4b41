package io.keyledger.view.embedded;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The value of a map that is a set of its keys: nothing is stored. */
final class NoValueType extends BasicDataType<Object> {
    /** The value of every key. */
    static final Object NONE = new Object();

    @Override
    public int getMemory(Object none) {
        return 0;
    }

    @Override
    public void write(WriteBuffer out, Object none) {
        // it is the same for every key
    }

    @Override
    public Object read(ByteBuffer in) {
        return NONE;
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
