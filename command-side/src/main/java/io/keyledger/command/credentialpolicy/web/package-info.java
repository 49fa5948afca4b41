/** Changes an organization's credential policy, or tells what a change would do. */
@NullMarked
package io.keyledger.command.credentialpolicy.web;

import org.jspecify.annotations.NullMarked;
