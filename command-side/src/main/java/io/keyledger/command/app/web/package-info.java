/** The writing half of the addresses of apps and of what belongs to them: secrets, certificates, reports of leaks. */
@NullMarked
package io.keyledger.command.app.web;

import org.jspecify.annotations.NullMarked;
