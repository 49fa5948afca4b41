package io.keyledger.kernel.app;

/**
 * An attribute of an app has another value; its credentials are as they were. Tokens depend only on the attributes of
 * {@link TokenAttributeEvent}s.
 */
public sealed interface AppAttributeEvent extends AppEvent
        permits TokenAttributeEvent, AppDescribed, RedirectUrisChanged {}
