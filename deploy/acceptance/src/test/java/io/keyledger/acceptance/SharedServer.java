package io.keyledger.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class that asks for a {@link RunningServer} the same one; it ends with the test run. */
final class SharedServer implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        RunningServer.class,
                        key -> RunningServer.start(
                                "--keyledger.rate-limits.enabled=false",
                                "--keyledger.quotas.organizations=10000",
                                "--keyledger.audit.checkpoint-entries=10",
                                "--keyledger.audit.look=PT1S"));
    }
}
