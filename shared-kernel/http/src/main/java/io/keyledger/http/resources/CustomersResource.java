package io.keyledger.http.resources;

import static io.keyledger.http.description.AttributeBuilder.string;
import static io.keyledger.http.description.RelationshipBuilder.toListed;
import static io.keyledger.http.description.RelationshipBuilder.toOne;
import static io.keyledger.http.description.RelationshipBuilder.versions;
import static io.keyledger.http.description.ResourceBuilder.resource;

import io.keyledger.http.description.ResourceBuilder;
import io.keyledger.http.description.ResourceType;

/** The directory that customer scopes point to. Source: CONTRACT part A, section 2. */
final class CustomersResource {
    private static final String SUBJECT = "customers";
    private static final int LONGEST_NAME = 100;

    static final ResourceType CUSTOMERS = named("customers").with(versions()).build();

    static final ResourceType GROUPS = named("customer_groups")
            .guardedAs(SUBJECT)
            .with(toListed("customers", "customer_ids").optional().updatable().filterable())
            .with(versions())
            .build();

    private CustomersResource() {}

    private static ResourceBuilder named(String name) {
        return resource(name)
                .with(string("name")
                        .required()
                        .updatable()
                        .filterable()
                        .sortable()
                        .atMost(LONGEST_NAME))
                .withCommonAttributes()
                .with(toOne("organization", "organizations").required().filterable());
    }
}
