package io.keyledger.view.row;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;

/** Which collection the rows of a resource are in. The number is the version of their shape. */
public final class Tables {
    private static final String APPS = Resources.API_CREDENTIALS.name();

    private Tables() {}

    /** The collection of a resource. */
    public static String of(ResourceType type) {
        return of(type.name());
    }

    /** The collection of the resource of that plural name; the two faces of apps have one together. */
    public static String of(String type) {
        return (Resources.keptAs(type).equals(APPS) ? "apps" : type) + "_v1";
    }
}
