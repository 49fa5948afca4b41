package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** An app got another name. */
@Revision("1")
public record AppRenamed(String appId, String name) implements TokenAttributeEvent {}
