package io.keyledger.query.support;

import io.keyledger.kernel.web.ResourceType;

/** Which collection the rows of a resource are in. The number is the version of their shape. */
public final class Tables {
    private Tables() {}

    /** The collection of a resource. */
    public static String of(ResourceType type) {
        return of(type.name());
    }

    /** The collection of the resource of that plural name; the compact face of apps has no collection of its own. */
    public static String of(String type) {
        return (type.equals("api_credentials") ? "apps" : type) + "_v1";
    }
}
