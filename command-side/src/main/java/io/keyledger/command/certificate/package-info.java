/** What an upload of a certificate is: one readable X.509 certificate whose key is strong, or a verdict why not. */
@NullMarked
package io.keyledger.command.certificate;

import org.jspecify.annotations.NullMarked;
