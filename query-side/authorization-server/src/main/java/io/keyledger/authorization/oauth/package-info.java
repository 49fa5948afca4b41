/**
 * The authorization server: Spring Security's endpoints, with this service's apps, secrets, claims and the two
 * profiles.
 */
@NullMarked
package io.keyledger.authorization.oauth;

import org.jspecify.annotations.NullMarked;
