/** Client assertions: what an app signs with the private key of one of its certificates to prove who it is. */
@NullMarked
package io.keyledger.authorization.assertion;

import org.jspecify.annotations.NullMarked;
