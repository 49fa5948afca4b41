package io.keyledger.kernel.organization;

import java.util.Map;
import org.axonframework.serialization.Revision;

/** Its free-form configuration was replaced. */
@Revision("1")
public record OrganizationConfigured(String organizationId, Map<String, Object> config) implements OrganizationEvent {}
