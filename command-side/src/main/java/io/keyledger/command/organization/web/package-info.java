/** The writing half of the address /api/organizations. */
@NullMarked
package io.keyledger.command.organization.web;

import org.jspecify.annotations.NullMarked;
