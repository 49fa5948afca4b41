package io.keyledger.http.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code meta} and {@code links} of one page of a list. Source: CONTRACT part B, section 3.3. */
record Pages(int number, int size, long count) {

    /** With {@code counts}, when there are any. */
    Map<String, Object> meta(Map<String, Long> counts) {
        var meta = new LinkedHashMap<String, Object>();
        meta.put("record_count", count);
        meta.put("page_count", Math.ceilDiv(count, size));
        if (!counts.isEmpty()) {
            meta.put("counts", counts);
        }
        return meta;
    }

    /** The page before one that lies past the end is the last. */
    Map<String, String> links(Addresses addresses) {
        var last = last();
        var links = new LinkedHashMap<String, String>();
        links.put("first", addresses.page(1, size));
        if (number > 1) {
            links.put("prev", addresses.page(Math.min(number - 1, last), size));
        }
        if (number < last) {
            links.put("next", addresses.page(number + 1, size));
        }
        links.put("last", addresses.page(last, size));
        return links;
    }

    private int last() {
        return Math.clamp(Math.ceilDiv(count, size), 1, Integer.MAX_VALUE);
    }
}
