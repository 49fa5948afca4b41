package io.keyledger.command.app;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.customer.CustomerGroupId;
import io.keyledger.kernel.customer.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about the scope of an app's tokens; a part it does not mention stays as far as the rest allows.
 *
 * @param permissions names from the catalogue, the whole list
 * @param scope       whose data; null when the request does not say
 * @param customers   of the app's organization, the whole list
 * @param groups      of the app's organization, the whole list
 */
public record TokenScopeChange(
        Given<List<String>> permissions,
        @Nullable CustomerScope scope,
        Given<List<CustomerId>> customers,
        Given<List<CustomerGroupId>> groups) {
    /** Says nothing. */
    public static final TokenScopeChange NONE =
            new TokenScopeChange(Given.absent(), null, Given.absent(), Given.absent());
}
