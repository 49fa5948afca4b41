package io.keyledger.http.openapi;

import io.keyledger.http.description.Question;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.openapi.Endpoint.Parameter;
import io.keyledger.http.read.ReadRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parameters that operations have in common. Source: CONTRACT part B, sections 3.3 to 3.6; part A, section 6. */
final class Parameters {
    private Parameters() {}

    static Parameter id(String name) {
        return new Parameter("path", name, "Ten letters and digits.", true, Schema.named("Id"));
    }

    /** Of an answer that shows one resource. */
    static List<Parameter> shape(ResourceType type) {
        var shape = new ArrayList<Parameter>();
        if (new QuerySchemas(type).leadsAnywhere()) {
            shape.add(query(
                    "include",
                    "Paths of relationships whose resources come along, such as `"
                            + type.relationships().getFirst().name() + "`.",
                    Schema.named(Names.singular(type) + "Include")));
        }
        shape.add(query(
                "fields",
                "By resource, the attributes and relationships to show: `fields[" + type.name()
                        + "]=…`; all when left out.",
                Schema.named("Fields")));
        return shape;
    }

    /** Of an answer that shows a page of resources. */
    static List<Parameter> page(ResourceType type) {
        var page = new ArrayList<Parameter>();
        page.add(query("page[number]", "From 1; 1 when left out.", whole(1, Integer.MAX_VALUE)));
        page.add(query(
                "page[size]",
                "Resources on a page; " + ReadRules.DEFAULT_PAGE_SIZE + " when left out.",
                whole(1, ReadRules.MAX_PAGE_SIZE)));
        page.add(query(
                "sort",
                "What to sort by, `-` for descending; `" + order(type) + "` when left out.",
                Schema.named(Names.singular(type) + "Sort")));
        page.add(query(
                "filter[q]",
                "Conditions that all hold, `filter[q][<attributes>_<predicate>]=<value>`. Attributes joined by `_or_` are"
                        + " alternatives; one of a related resource has the relationship's name in front.",
                Schema.named(Names.singular(type) + "Filter")));
        if (type.searchable()) {
            page.add(query(
                    "filter[text]",
                    "Words that all occur, each as a whole; capitals and small letters are alike.",
                    Schema.of("string")));
        }
        for (var question : type.questions()) {
            page.add(query("filter[" + question.name() + ']', question.meaning(), asked(question)));
        }
        page.addAll(shape(type));
        return page;
    }

    private static Schema asked(Question question) {
        var pattern = question.attribute().rules().pattern();
        return pattern == null
                ? Schema.list(Schema.oneOf(question.answers()))
                : Schema.of("string").with("pattern", "^(?:" + pattern + ")$");
    }

    private static final String TAG = "(W/)?\"[!#-~]*\"";

    static Parameter ifMatch() {
        return header(
                "If-Match",
                "The entity tags of which the resource must still have one, or `*`; otherwise 412. A weak one matches none.",
                tags());
    }

    static Parameter ifNoneMatch() {
        return header(
                "If-None-Match",
                "The entity tags that are known already, weak ones too, or `*`: answered 304.",
                tags());
    }

    static Parameter ifNoneMatchOfWrite() {
        return header(
                "If-None-Match",
                "The entity tags of which the resource must have none, or `*`, which it never has; otherwise 412.",
                tags());
    }

    private static Schema tags() {
        return Schema.of("string").with("pattern", "^(" + TAG + "( *, *" + TAG + ")*|\\*)$");
    }

    static Parameter idempotencyKey() {
        return header(
                "Idempotency-Key",
                "Makes the request safe to repeat: the same key and body make one resource. JSON bodies are"
                        + " the same when they are one document, whatever the order of members and white space. Kept for 24 hours or more.",
                Schema.of("string").with("pattern", "^[!-~]{1,255}$"));
    }

    static Parameter query(String name, String meaning, Schema schema) {
        return new Parameter("query", name, meaning, false, schema);
    }

    private static String order(ResourceType type) {
        return type.order().stream()
                .map(key -> (key.descending() ? "-" : "") + key.attribute())
                .collect(Collectors.joining(","));
    }

    private static Parameter header(String name, String meaning, Schema schema) {
        return new Parameter("header", name, meaning, false, schema);
    }

    private static Schema whole(int min, int max) {
        return Schema.of("integer").with("minimum", min).with("maximum", max);
    }
}
