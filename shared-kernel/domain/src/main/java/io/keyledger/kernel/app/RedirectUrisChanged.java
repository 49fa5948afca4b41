package io.keyledger.kernel.app;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The redirect URIs of an app, the whole list; the compact face shows the first. */
@Revision("1")
public record RedirectUrisChanged(String appId, List<String> redirectUris) implements AppAttributeEvent {}
