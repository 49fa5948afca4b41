package io.keyledger.http.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.springframework.web.util.UriUtils;

/** Absolute addresses, which begin with the {@link BaseAddress}. */
final class Addresses {
    private static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";

    private final HttpServletRequest request;
    private final String base;

    Addresses(HttpServletRequest request) {
        this.request = request;
        this.base = BaseAddress.of(request);
    }

    String of(ResourceType type, String id) {
        return base + "/api/" + (type.is(Trait.SINGLETON) ? type.callersOne() : type.name() + '/' + id);
    }

    /** The present list at another page; all other parameters stay. */
    String page(int number, int size) {
        var parameters = new ArrayList<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(NUMBER) && !name.equals(SIZE)) {
                for (var value : values) {
                    parameters.add(parameter(name, value));
                }
            }
        });
        parameters.add(parameter(NUMBER, Integer.toString(number)));
        parameters.add(parameter(SIZE, Integer.toString(size)));
        return base + request.getRequestURI() + "?" + String.join("&", parameters);
    }

    private static String parameter(String name, String value) {
        return UriUtils.encode(name, UTF_8) + '=' + UriUtils.encode(value, UTF_8);
    }
}
