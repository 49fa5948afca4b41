package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A hosted dashboard app was installed. */
@Revision("1")
public record DashboardAppInstalled(String appId, String organizationId, String kind, String mode)
        implements AppEvent {}
