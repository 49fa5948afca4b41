package io.keyledger.kernel.app;

/**
 * An attribute of an app has another value; its credentials are as they were. An event that is not a {@link
 * TokenAttributeEvent} says by that that no token depends on the attribute.
 */
public sealed interface AppAttributeEvent extends AppEvent
        permits TokenAttributeEvent, AppDescribed, RedirectUrisChanged {}
