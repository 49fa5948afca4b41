package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;

/** The kind of a request: decides which members it may and must have. */
enum Purpose {
    CREATE,
    UPDATE,
    /** An action on an existing resource; the table of the action has the required members. */
    ACTION;

    boolean accepts(Attribute attribute) {
        return this == UPDATE ? attribute.updatable() : attribute.create() != Given.NEVER;
    }

    boolean accepts(Relationship relationship) {
        return this == UPDATE ? relationship.updatable() : relationship.create() != Given.NEVER;
    }

    boolean needs(Given given) {
        return this != UPDATE && given == Given.REQUIRED;
    }
}
