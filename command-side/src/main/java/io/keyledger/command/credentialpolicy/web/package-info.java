/** Changes an organization's credential policy, or answers what a change would do. */
@NullMarked
package io.keyledger.command.credentialpolicy.web;

import org.jspecify.annotations.NullMarked;
