package io.keyledger.view.row;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;

/** Which collection the rows of a resource are in. The number is the version of their shape. */
public final class Tables {
    private static final String APPS = Resources.API_CREDENTIALS.name();

    private Tables() {}

    /** The collection of a resource; the two faces of apps share one. */
    public static String of(ResourceType type) {
        return of(type.keptAs());
    }

    /** The collection of the rows kept under that name. */
    public static String of(String keptAs) {
        return (keptAs.equals(APPS) ? "apps" : keptAs) + "_v1";
    }
}
