package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;

/** What a request is about to do: decides which members it may and must have. */
enum Purpose {
    CREATE,
    UPDATE,
    /** Something done to a resource that exists; the table of the action says what is needed. */
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
