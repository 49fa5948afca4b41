/** Token lifetimes of every app: the present one, earlier ones, and tokens already issued. */
@NullMarked
package io.keyledger.query.lifetime;

import org.jspecify.annotations.NullMarked;
