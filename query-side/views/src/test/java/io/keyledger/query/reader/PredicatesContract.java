package io.keyledger.query.reader;

import static io.keyledger.http.description.Predicate.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.description.Predicate;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.ObjectText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every predicate finds, whichever database the views are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PredicatesContract {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private @Nullable TestViews views;

    abstract TestViews open(Path directory);

    /** A predicate on an attribute, and the ids of the rows it finds. */
    record Case(String attribute, Predicate predicate, List<Object> values, String found) {
        static Case of(String attribute, Predicate predicate, Object value, String found) {
            return new Case(attribute, predicate, List.of(value), found);
        }
    }

    @BeforeAll
    void fill(@TempDir Path directory) {
        var opened = open(directory);
        views = opened;
        var rows = new ArrayList<Document>();
        rows.add(row("a", "Alpha", 1, true, NOON.minusSeconds(1)));
        rows.add(row("b", "alphabet", 2, false, NOON));
        rows.add(row("c", "100% sure_thing", 3, true, NOON.plusSeconds(1)));
        rows.add(row("d", "Größe.*\nÄRA", 4, false, NOON.plusMillis(1500)));
        rows.add(row("e", "", 5, null, null));
        rows.add(row("n", null, null, null, null));
        opened.database().collection("predicates").insertMany(rows);
    }

    private static Document row(
            String id, @Nullable String name, @Nullable Integer size, @Nullable Boolean flag, @Nullable Instant date) {
        var row = new Document("_id", id)
                .append("name", name)
                .append("size", size)
                .append("flag", flag)
                .append("date", date);
        row.append("tags", tags(id));
        return row.append(ObjectText.pathsOf("metadata"), ObjectText.paths(metadata(id)));
    }

    private static Map<String, Object> metadata(String id) {
        return switch (id) {
            case "a" -> Map.of("k", 1, "o", Map.of("x", "y", "$z", true));
            case "b" -> Map.of("k", 1.0, "list", List.of(1, 2));
            case "c" -> Map.of("k", "1", "a.b", Map.of());
            default -> Map.of();
        };
    }

    private static List<String> tags(String id) {
        return switch (id) {
            case "a" -> List.of("orders:read", "orders:write");
            case "b" -> List.of("orders:read");
            case "c" -> List.of("skus:read");
            default -> List.of();
        };
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("name", EQ, "Alpha", "a"),
                Case.of("name", EQ, "alpha", ""),
                Case.of("name", EQ, "", "e"),
                Case.of("size", EQ, 2L, "b"),
                Case.of("date", EQ, NOON, "b"),
                Case.of("flag", EQ, true, "ac"),
                Case.of("name", EQ_OR_NULL, "Alpha", "an"),
                Case.of("name", NOT_EQ, "Alpha", "bcde"),
                Case.of("name", NOT_EQ_OR_NULL, "Alpha", "bcden"),
                new Case("name", NOT_EQ_ALL, List.of("Alpha", "alphabet"), "cde"),
                new Case("name", IN, List.of("Alpha", "alphabet", "no"), "ab"),
                new Case("size", IN, List.of(1L, 4L), "ad"),
                new Case("name", IN_OR_NULL, List.of("Alpha"), "an"),
                new Case("name", NOT_IN, List.of("Alpha", "alphabet"), "cde"),
                new Case("name", NOT_IN_OR_NULL, List.of("Alpha", "alphabet"), "cden"),
                Case.of("size", LT, 3L, "ab"),
                Case.of("size", LTEQ, 3L, "abc"),
                Case.of("size", GT, 3L, "de"),
                Case.of("size", GTEQ, 3L, "cde"),
                Case.of("date", LT, NOON, "a"),
                Case.of("date", GTEQ, NOON, "bcd"),
                Case.of("name", GT, "B", "bd"),
                new Case("size", LT_ANY, List.of(2L, 3L), "ab"),
                new Case("size", LTEQ_ANY, List.of(2L, 3L), "abc"),
                new Case("size", GT_ANY, List.of(3L, 4L), "de"),
                new Case("size", GTEQ_ANY, List.of(3L, 4L), "cde"),
                new Case("size", LT_ALL, List.of(2L, 3L), "a"),
                new Case("size", LTEQ_ALL, List.of(2L, 3L), "ab"),
                new Case("size", GT_ALL, List.of(3L, 4L), "e"),
                new Case("size", GTEQ_ALL, List.of(3L, 4L), "de"),
                Case.of("name", MATCHES, "alpha%", "ab"),
                Case.of("name", MATCHES, "ALPH_", "a"),
                Case.of("name", MATCHES, "100\\%%", "c"),
                Case.of("name", MATCHES, "gr_ssE.*_ära", ""),
                Case.of("name", MATCHES, "gr__E.*_ära", "d"),
                Case.of("name", MATCHES, "", "e"),
                Case.of("name", DOES_NOT_MATCH, "alpha%", "cde"),
                new Case("name", MATCHES_ANY, List.of("alpha", "100%"), "ac"),
                new Case("name", MATCHES_ALL, List.of("alpha%", "%bet"), "b"),
                new Case("name", DOES_NOT_MATCH_ANY, List.of("alpha%", "%bet"), "acde"),
                new Case("name", DOES_NOT_MATCH_ALL, List.of("alpha", "%bet"), "cde"),
                Case.of("name", START, "ALPHA", "ab"),
                Case.of("name", START, "A.*", ""),
                Case.of("name", START, "GRÖ", "d"),
                Case.of("name", NOT_START, "alpha", "cde"),
                Case.of("name", END, "ära", "d"),
                Case.of("name", END, "BET", "b"),
                Case.of("name", NOT_END, "bet", "acde"),
                Case.of("name", CONT, "% SURE_", "c"),
                Case.of("name", CONT, ".*\n", "d"),
                Case.of("name", CONT, "\\", ""),
                Case.of("name", NOT_CONT, "ph", "cde"),
                new Case("name", START_ANY, List.of("alphab", "100"), "bc"),
                new Case("name", START_ALL, List.of("al", "alphab"), "b"),
                new Case("name", NOT_START_ANY, List.of("al", "alphab"), "acde"),
                new Case("name", NOT_START_ALL, List.of("al", "100"), "de"),
                new Case("name", END_ANY, List.of("bet", "thing"), "bc"),
                new Case("name", END_ALL, List.of("t", "bet"), "b"),
                new Case("name", NOT_END_ANY, List.of("bet", "thing"), "abcde"),
                new Case("name", NOT_END_ALL, List.of("bet", "thing"), "ade"),
                new Case("name", CONT_ANY, List.of("bet", "sure"), "bc"),
                new Case("name", CONT_ALL, List.of("pha", "bet"), "b"),
                new Case("name", NOT_CONT_ALL, List.of("pha", "sure"), "de"),
                Case.of("name", PRESENT, true, "abcd"),
                Case.of("name", PRESENT, false, "en"),
                Case.of("name", BLANK, true, "en"),
                Case.of("name", BLANK, false, "abcd"),
                Case.of("size", PRESENT, true, "abcde"),
                Case.of("name", NULL, true, "n"),
                Case.of("name", NULL, false, "abcde"),
                Case.of("name", NOT_NULL, true, "abcde"),
                Case.of("name", NOT_NULL, false, "n"),
                Case.of("tags", EQ, "orders:read", "ab"),
                Case.of("tags", NOT_EQ, "orders:read", "cden"),
                new Case("tags", IN, List.of("orders:write", "skus:read"), "ac"),
                new Case("tags", NOT_IN, List.of("orders:write", "skus:read"), "bden"),
                Case.of("tags", START, "ORDERS", "ab"),
                Case.of("tags", NOT_START, "orders", "cden"),
                Case.of("tags", END, "write", "a"),
                Case.of("tags", MATCHES, "%:read", "abc"),
                Case.of("tags", DOES_NOT_MATCH, "%:write", "bcden"),
                new Case("tags", CONT_ALL, List.of("read", "write"), "a"),
                Case.of("tags", PRESENT, true, "abc"),
                Case.of("tags", BLANK, true, "den"),
                Case.of("tags", NULL, true, ""),
                Case.of("flag", TRUE, true, "ac"),
                Case.of("flag", TRUE, false, "bd"),
                Case.of("flag", FALSE, true, "bd"),
                Case.of("flag", FALSE, false, "ac"),
                Case.of("metadata", JCONT, Map.of("k", 1), "ab"),
                Case.of("metadata", JCONT, Map.of("k", "1"), "c"),
                Case.of("metadata", JCONT, Map.of("o", Map.of("x", "y")), "a"),
                Case.of("metadata", JCONT, Map.of("o", Map.of("$z", true)), "a"),
                Case.of("metadata", JCONT, Map.of("o", Map.of("$z", false)), ""),
                Case.of("metadata", JCONT, Map.of("list", List.of(2)), "b"),
                Case.of("metadata", JCONT, Map.of("a.b", Map.of()), "c"),
                Case.of("metadata", JCONT, Map.of(), "abcden"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheRowsThatMeetThePredicate(Case example) {
        var condition = Conditions.of(example.attribute(), example.predicate(), example.values());
        var found = Objects.requireNonNull(views)
                .database()
                .collection("predicates")
                .find(condition)
                .sort(new Document("_id", 1))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
        assertThat(String.join("", found)).isEqualTo(example.found());
    }

    @Test
    void knowsACaseOfEveryPredicate() {
        assertThat(cases().map(Case::predicate)).containsAll(EnumSet.allOf(Predicate.class));
    }

    @AfterAll
    void close() {
        if (views != null) {
            views.close();
        }
    }
}
