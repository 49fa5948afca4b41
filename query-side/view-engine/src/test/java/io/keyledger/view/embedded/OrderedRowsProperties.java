package io.keyledger.view.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.store.ViewsDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A list is the same with indexes as without, and so is the number of its rows. */
class OrderedRowsProperties {
    private static final int ROWS = 3000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static @Nullable Path directory;
    private static @Nullable TestViews views;

    @BeforeContainer
    static void fill() throws IOException {
        directory = Files.createTempDirectory("ordered");
        views = TestViews.embedded(directory, TestViews.eventStore());
        rows("indexed").createIndex(Indexes.ascending("organization_id", "created_at", "_id"));
        rows("indexed")
                .createIndex(Indexes.compoundIndex(
                        Indexes.ascending("organization_id"), Indexes.descending("number"), Indexes.ascending("_id")));
        rows("indexed").createIndex(Indexes.ascending("name"));
        rows("indexed")
                .createIndex(
                        Indexes.compoundIndex(
                                Indexes.ascending("organization_id", "words"),
                                Indexes.descending("number"),
                                Indexes.ascending("_id")),
                        new IndexOptions().name(OrderedIndex.nameOfLists("words")));
        var random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            put(random, i);
        }
        for (int i = 0; i < ROWS; i += 3) {
            put(random, i);
        }
        for (var collection : List.of("indexed", "plain")) {
            rows(collection).deleteMany(eq("name", "n3"));
        }
    }

    @AfterContainer
    static void close() {
        if (views != null) {
            views.close();
        }
        if (directory != null) {
            for (var file : java.util.Objects.requireNonNull(directory.toFile().listFiles())) {
                assertThat(file.delete()).isTrue();
            }
            assertThat(directory.toFile().delete()).isTrue();
        }
    }

    private static void put(Random random, int id) {
        var row = new Document("_id", Integer.toString(id * 7919 % ROWS))
                .append("organization_id", random.nextInt(10) == 0 ? null : "o" + random.nextInt(3))
                .append("created_at", random.nextInt(10) == 0 ? null : at(random.nextInt(300)))
                .append("number", (long) random.nextInt(200))
                .append("name", "n" + random.nextInt(100))
                .append(
                        "words",
                        random.ints(random.nextInt(4), 0, 12)
                                .mapToObj(word -> "w" + word)
                                .toList());
        for (var collection : List.of("indexed", "plain")) {
            rows(collection)
                    .replaceOne(
                            eq("_id", row.getString("_id")),
                            row,
                            new com.mongodb.client.model.ReplaceOptions().upsert(true));
        }
    }

    private static Date at(int hours) {
        return Date.from(START.plusSeconds(3600L * hours));
    }

    @Property(tries = 600)
    void aListIsTheSameWithIndexes(@ForAll long seed) {
        var random = new Random(seed);
        var condition = condition(random);
        var order = order(random);
        int skip = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
        int limit = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(25);

        assertThat(list("indexed", condition, order, skip, limit))
                .as(condition + " " + order)
                .isEqualTo(list("plain", condition, order, skip, limit));
        assertThat(views().count("indexed", condition))
                .as(condition.toString())
                .isEqualTo(rows("plain").countDocuments(condition));
    }

    private static List<Document> list(String name, Bson condition, Bson order, int skip, int limit) {
        return rows(name).find(condition).sort(order).skip(skip).limit(limit).into(new ArrayList<>());
    }

    private static Bson condition(Random random) {
        var parts = new ArrayList<Bson>();
        if (random.nextInt(5) > 0) {
            parts.add(in("organization_id", some(random, 4, "o")));
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            parts.add(part(random));
        }
        return parts.isEmpty() ? Filters.empty() : and(parts);
    }

    private static Bson part(Random random) {
        return switch (random.nextInt(15)) {
            case 0 -> gt("created_at", at(random.nextInt(300)));
            case 1 -> gte("created_at", at(random.nextInt(300)));
            case 2 -> lt("created_at", at(random.nextInt(300)));
            case 3 -> and(gt("created_at", at(random.nextInt(200))), lte("created_at", at(random.nextInt(300))));
            case 4 -> lte("number", random.nextInt(200));
            case 5 -> gt("number", (long) random.nextInt(200));
            case 6 -> eq("number", random.nextInt(200));
            case 7 -> or(List.of(in("name", some(random, 100, "n"))));
            case 8 -> or(eq("name", "n1"), eq("name", "n2"));
            case 9 -> ne("name", "n" + random.nextInt(100));
            case 10 -> in("words", some(random, 12, "w"));
            case 11 -> eq("words", "w" + random.nextInt(12));
            case 12 -> or(part(random), part(random));
            case 13 -> or(and(part(random), part(random)), part(random), part(random));
            default -> random.nextBoolean() ? eq("organization_id", "o1") : eq("created_at", null);
        };
    }

    private static Set<String> some(Random random, int of, String prefix) {
        var some = new HashSet<String>();
        for (int count = random.nextInt(4); count > 0; count--) {
            some.add(prefix + random.nextInt(of));
        }
        return some;
    }

    /** The id makes every order complete, so that there is one right answer. */
    private static Bson order(Random random) {
        var fields = new ArrayList<>(List.of(
                Arrays.asList("created_at"),
                Arrays.asList("number"),
                Arrays.asList("organization_id", "number"),
                Arrays.asList("name"),
                List.<String>of()));
        var order = new ArrayList<Bson>();
        fields.get(random.nextInt(fields.size()))
                .forEach(field -> order.add(random.nextBoolean() ? Sorts.ascending(field) : Sorts.descending(field)));
        order.add(random.nextInt(3) == 0 ? Sorts.descending("_id") : Sorts.ascending("_id"));
        return Sorts.orderBy(order);
    }

    private static MongoCollection<Document> rows(String name) {
        return views().collection(name);
    }

    private static ViewsDatabase views() {
        return java.util.Objects.requireNonNull(views).database();
    }
}
