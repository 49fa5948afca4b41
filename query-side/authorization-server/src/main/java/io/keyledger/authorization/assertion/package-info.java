/** Client assertions: JWTs that an app signs with the private key of one of its certificates to authenticate. */
@NullMarked
package io.keyledger.authorization.assertion;

import org.jspecify.annotations.NullMarked;
