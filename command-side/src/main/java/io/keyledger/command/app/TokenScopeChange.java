package io.keyledger.command.app;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the permissions and the customer scope of an app's tokens; an absent part stays as far as the rest
 * allows.
 *
 * @param permissions names from the catalogue, the whole list
 * @param scope       null when the request has none
 * @param customers   of the app's organization, the whole list
 * @param groups      of the app's organization, the whole list
 */
public record TokenScopeChange(
        Given<List<String>> permissions,
        @Nullable CustomerScope scope,
        Given<List<CustomerId>> customers,
        Given<List<CustomerGroupId>> groups) {
    /** Changes nothing. */
    public static final TokenScopeChange NONE =
            new TokenScopeChange(Given.absent(), null, Given.absent(), Given.absent());
}
