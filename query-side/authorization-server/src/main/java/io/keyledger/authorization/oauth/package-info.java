/** The authorization server: Spring Security's endpoints, with our clients, secrets, claims and two ways of speaking. */
@NullMarked
package io.keyledger.authorization.oauth;

import org.jspecify.annotations.NullMarked;
