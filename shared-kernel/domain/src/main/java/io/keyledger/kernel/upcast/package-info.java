/** How events are stored and how those that earlier builds stored are read: the serializer by published word, and the upcasters. */
@NullMarked
package io.keyledger.kernel.upcast;

import org.jspecify.annotations.NullMarked;
