/** Controllers that write apps and their parts: secrets, certificates, reports of leaked secrets. */
@NullMarked
package io.keyledger.command.app.web;

import org.jspecify.annotations.NullMarked;
