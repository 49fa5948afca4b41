/** What the controllers of the command side share: access checks, reading of requests, creations and their answers. */
@NullMarked
package io.keyledger.command.web;

import org.jspecify.annotations.NullMarked;
