package io.keyledger.command.app.web;

import io.keyledger.command.app.RedirectUri;
import io.keyledger.command.app.RedirectUris;
import io.keyledger.http.error.Source;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code redirect_uris}; the refusal of an invalid one points to its index in the list. */
final class RedirectAddresses {
    static final String ATTRIBUTE = "redirect_uris";

    private final List<RedirectUri> addresses = new ArrayList<>();
    private final List<Refusal> faults = new ArrayList<>();

    private RedirectAddresses() {}

    static RedirectUris of(ResourceInput input) {
        var read = new RedirectAddresses();
        var texts = input.strings(ATTRIBUTE);
        for (int i = 0; i < texts.size(); i++) {
            read.add(texts.get(i), Source.pointer("data", "attributes", ATTRIBUTE, String.valueOf(i)));
        }
        if (!read.faults.isEmpty()) {
            throw new InvalidValue(read.faults);
        }
        return new RedirectUris(read.addresses);
    }

    private void add(String text, String place) {
        try {
            addresses.add(new RedirectUri(text));
        } catch (InvalidValue invalid) {
            invalid.refusals().forEach(r -> faults.add(new Refusal(r.code(), r.detail(), place, r.rule(), r.meta())));
        }
    }
}
