@NullMarked
package io.keyledger.command.support;

import org.jspecify.annotations.NullMarked;
