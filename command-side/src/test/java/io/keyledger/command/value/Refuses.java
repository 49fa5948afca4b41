package io.keyledger.command.value;

import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.util.stream.Collectors;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches the exception of a refusal by code, field and rule of each of its reasons. */
public final class Refuses extends TypeSafeMatcher<Object> {
    private final String expected;

    private Refuses(String expected) {
        this.expected = expected;
    }

    /** A refusal for one reason, whatever the field. */
    public static Matcher<Object> refusesWith(ErrorCode code) {
        return new Refuses(code + " null null");
    }

    /** A broken rule of a field. */
    public static Matcher<Object> refusesField(String field, String rule) {
        return new Refuses(ErrorCode.VALIDATION_ERROR + " " + field + " " + rule);
    }

    /** What the organization's policy refuses. */
    public static Matcher<Object> refusesPolicy(PolicyRule rule, String field) {
        return new Refuses(rule.code() + " " + field + " " + rule.word());
    }

    /** Broken rules, each as {@code field rule}, in that order. */
    public static Matcher<Object> refusesFields(String... fieldsAndRules) {
        return new Refuses(java.util.Arrays.stream(fieldsAndRules)
                .map(pair -> ErrorCode.VALIDATION_ERROR + " " + pair)
                .collect(Collectors.joining(", ")));
    }

    @Override
    protected boolean matchesSafely(Object thrown) {
        return thrown instanceof Refused refused && text(refused).equals(expected);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal: " + expected);
    }

    private static String text(Refused refused) {
        return refused.refusals().stream()
                .map(r -> r.code() + " " + r.field() + " " + r.rule())
                .collect(Collectors.joining(", "));
    }
}
