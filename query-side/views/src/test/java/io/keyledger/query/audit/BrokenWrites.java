package io.keyledger.query.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.keyledger.view.store.ViewsDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database whose node dies during a write, half of which is done. */
final class BrokenWrites {
    private int left = Integer.MAX_VALUE;

    /** The same database, to be written to until it breaks. */
    ViewsDatabase over(ViewsDatabase sound) {
        var database = proxy(MongoDatabase.class, (method, arguments) -> {
            var result = call(sound.database(), method, arguments);
            return result instanceof MongoCollection<?> collection ? breaking(collection) : result;
        });
        return new ViewsDatabase(database, sound.embedded(), sound.batches());
    }

    /** This many writes work, and the next one fails. */
    void breakAfter(int writes) {
        left = writes;
    }

    /** From now on all works. */
    void heal() {
        left = Integer.MAX_VALUE;
    }

    private Object breaking(MongoCollection<?> collection) {
        return proxy(MongoCollection.class, (method, arguments) -> {
            if (method.getName().equals("bulkWrite") && left-- == 0) {
                var writes = (List<?>) arguments[0];
                arguments[0] = writes.subList(0, writes.size() / 2);
                if (writes.size() > 1) {
                    call(collection, method, arguments);
                }
                throw new Broken();
            }
            return call(collection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answer.to(method, arguments == null ? new Object[0] : arguments.clone())));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    /** The end. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
