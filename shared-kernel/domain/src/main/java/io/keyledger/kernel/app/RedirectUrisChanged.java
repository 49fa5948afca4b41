package io.keyledger.kernel.app;

import java.util.List;
import org.axonframework.serialization.Revision;

/** Authorization answers may go to these addresses; the whole list, the first being the one the compact face shows. */
@Revision("1")
public record RedirectUrisChanged(String appId, List<String> redirectUris) implements AppAttributeEvent {}
