package io.keyledger.kernel.app;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The app may ask for these permissions of the catalogue as scopes, and for no others; the whole list, in order. */
@Revision("1")
public record ApiPermissionsChanged(String appId, List<String> permissions) implements TokenAttributeEvent {}
