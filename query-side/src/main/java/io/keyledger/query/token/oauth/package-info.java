/** The authorization server: Spring Security's endpoints, with our clients, secrets, claims and two ways of speaking. */
@NullMarked
package io.keyledger.query.token.oauth;

import org.jspecify.annotations.NullMarked;
