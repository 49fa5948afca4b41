/** The writing half of the address /api/api_credentials. */
@NullMarked
package io.keyledger.command.app.web;

import org.jspecify.annotations.NullMarked;
