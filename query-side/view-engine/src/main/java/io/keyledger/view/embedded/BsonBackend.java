package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/** The embedded server's storage, with rows in BSON: Java's own serialization takes many times the space and time. */
final class BsonBackend extends H2Backend {
    BsonBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
