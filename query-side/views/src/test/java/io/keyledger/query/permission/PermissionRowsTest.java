package io.keyledger.query.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Tables;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionRowsTest {
    @TempDir
    Path directory;

    private TestViews views;

    @BeforeEach
    void open() {
        views = TestViews.embedded(directory, TestViews.eventStore());
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void theRowsAreThoseOfTheCatalogue() {
        keep("orders:read,orders,Reads orders", "orders:write,orders,Writes orders");
        assertThat(names()).containsExactlyInAnyOrder("orders:read", "orders:write");
    }

    @Test
    void whatTheNextCatalogueHasChangesAndWhatItHasNotGoes() {
        keep("orders:read,orders,Reads orders", "orders:write,orders,Writes orders");
        var before = row("orders:read");
        keep("orders:read,orders,Reads all orders", "skus:read,skus,Reads SKUs");
        assertThat(names()).containsExactlyInAnyOrder("orders:read", "skus:read");
        assertThat(row("orders:read"))
                .containsEntry("_id", before.get("_id"))
                .containsEntry("description", "Reads all orders")
                .doesNotContainEntry("sequence", before.get("sequence"));
    }

    @Test
    void theSameCatalogueWritesNothing() {
        assertThat(keep("orders:read,orders,Reads orders")).isEqualTo(1);
        assertThat(keep("orders:read,orders,Reads orders")).isZero();
    }

    private int keep(String... lines) {
        var table = "name,subject,description\n" + String.join("\n", lines);
        return new PermissionRows(views.database()).replace(ApiPermissions.read(new StringReader(table)));
    }

    private Set<String> names() {
        return rows().distinct("name", String.class).into(new HashSet<>());
    }

    private Document row(String name) {
        return rows().find(new Document("name", name)).first();
    }

    private MongoCollection<Document> rows() {
        return views.database().collection(Tables.of(Resources.API_PERMISSIONS));
    }
}
