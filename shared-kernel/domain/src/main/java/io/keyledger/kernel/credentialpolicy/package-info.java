/** What an organization allows its credentials: the policy, its rules, and one measure of each for new and existing ones. */
@NullMarked
package io.keyledger.kernel.credentialpolicy;

import org.jspecify.annotations.NullMarked;
