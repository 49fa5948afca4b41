/** The share of a tenant in what all tenants use. */
@NullMarked
package io.keyledger.http.share;

import org.jspecify.annotations.NullMarked;
