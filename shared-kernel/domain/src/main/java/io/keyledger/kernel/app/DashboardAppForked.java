package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A dashboard app was forked: it runs at an address of its own. */
@Revision("1")
public record DashboardAppForked(String appId, String organizationId, String kind, String mode, String redirectUri)
        implements AppEvent {}
