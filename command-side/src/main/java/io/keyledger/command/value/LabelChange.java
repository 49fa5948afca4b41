package io.keyledger.command.value;

import io.keyledger.kernel.reference.FreeForm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of the labels of a resource; absent parts stay.
 *
 * @param reference       identifier of the resource in another system
 * @param referenceOrigin name of that system
 * @param metadata        free-form within the bounds of {@link FreeForm}; replaces the present one as a whole, null empties
 *                        it
 */
public record LabelChange(
        Given<String> reference, Given<String> referenceOrigin, Given<Map<String, @Nullable Object>> metadata) {
    /** Changes nothing. */
    public static final LabelChange NONE = new LabelChange(Given.absent(), Given.absent(), Given.absent());

    public LabelChange {
        FreeForm.require("metadata", metadata.value());
    }
}
