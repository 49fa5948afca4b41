package io.keyledger.http.read;

import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the query string of a request. All its faults are answered at once, each with the parameter it is in. Source:
 * CONTRACT part B, sections 3.3 to 3.6.
 */
public final class ReadOptionsParser {
    private final ResourceType type;
    private final Set<String> alsoAllowed;
    private final boolean list;
    private final QueryFaults faults = new QueryFaults();
    private final PageParser page = new PageParser(faults);
    private final SortParser sort;
    private final FilterParser filters;
    private final IncludeParser include;
    private final FieldsParser fields = new FieldsParser(faults);

    private ReadOptionsParser(ResourceType type, boolean list, Set<String> alsoAllowed) {
        this.type = type;
        this.list = list;
        this.alsoAllowed = alsoAllowed;
        sort = new SortParser(type, faults);
        filters = new FilterParser(type, faults);
        include = new IncludeParser(type, faults);
    }

    /**
     * What a request for a list of the type asks for: page, sort, filters, include, fields.
     *
     * @param parameters  decoded, as the servlet request has them
     * @param alsoAllowed names of further parameters, which are left to the caller
     * @throws InvalidValue with a 400 code for each parameter that does not fit
     */
    public static ReadOptions list(ResourceType type, Map<String, String[]> parameters, String... alsoAllowed) {
        return new ReadOptionsParser(type, true, Set.of(alsoAllowed)).parse(parameters);
    }

    /** What a request that is answered with one resource asks for: include and fields, also on create and update. */
    public static ReadOptions single(ResourceType type, Map<String, String[]> parameters, String... alsoAllowed) {
        return new ReadOptionsParser(type, false, Set.of(alsoAllowed)).parse(parameters);
    }

    private ReadOptions parse(Map<String, String[]> parameters) {
        new LinkedHashMap<>(parameters).forEach((name, values) -> take(name, List.of(values)));
        faults.throwAny();
        return new ReadOptions(
                page.number(), page.size(), sort.keys(), filters.filters(), include.paths(), fields.byType());
    }

    private void take(String name, List<String> values) {
        var bracket = name.indexOf('[');
        var family = bracket < 0 ? name : name.substring(0, bracket);
        switch (family) {
            case "include" -> include.take(name, values);
            case "fields" -> fields.take(name, values);
            case "page" -> onlyInLists(name, () -> page.take(name, values));
            case "sort" -> onlyInLists(name, () -> sort.take(name, values));
            case "filter" -> onlyInLists(name, () -> filters.take(name, values));
            default -> {
                if (!alsoAllowed.contains(name)) {
                    notAllowed(name);
                }
            }
        }
    }

    private void onlyInLists(String name, Runnable parsing) {
        if (list) {
            parsing.run();
        } else {
            notAllowed(name);
        }
    }

    private void notAllowed(String name) {
        faults.add(ErrorCode.PARAM_NOT_ALLOWED, name, name + " is not allowed for " + type.name());
    }
}
