package io.keyledger.http.openapi;

import io.keyledger.kernel.problem.ErrorCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a mapping where address, method and resource tables do not suffice; what is left out is derived from those.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
    /** What it does, in a line: {@code Rotate a client secret}. The operation's id is made of it, so it is never renamed. */
    String value() default "";

    /** What a caller should know besides, in whole operationNames. */
    String detail() default "";

    /**
     * What the body is: the name of a resource (its table for a new one), of an action in
     * {@link io.keyledger.http.resources.Resources#action}, of a schema of a {@link ContractPart}, or {@link #NOTHING}.
     */
    String takes() default "";

    /** What the answer is: the name of a resource, of a schema of a {@link ContractPart}, or {@link #NOTHING}. */
    String answers() default "";

    /** Names of what the answer shows once in its {@code meta}. */
    String[] meta() default {};

    /** The schema of a {@link ContractPart} that describes the {@code meta} of the answer, which may be missing. */
    String metaSchema() default "";

    /** The status of success; 0: 201 for POST, 204 for DELETE, else 200. */
    int status() default 0;

    /** Codes that it refuses with besides those of every such operation. */
    ErrorCode[] refuses() default {};

    /** Parameters besides those of every such operation: parts of the address that are no ids, and of the query string. */
    Parameter[] parameters() default {};

    /** No body, or no answer. */
    String NOTHING = "-";

    /** One parameter: part of the address when that has a variable of its name, else of the query string. */
    @interface Parameter {
        String name();

        /** What it means, with its unit and what is taken when it is left out. */
        String meaning();

        /** A type of JSON Schema. */
        String type() default "string";

        /** The only values; none: any of the type. */
        String[] oneOf() default {};

        /** An example. */
        String example() default "";

        boolean required() default false;
    }
}
