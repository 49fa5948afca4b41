package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A dashboard app is used as it is. */
@Revision("1")
public record DashboardAppInstalled(String appId, String organizationId, String kind, String mode)
        implements AppEvent {}
