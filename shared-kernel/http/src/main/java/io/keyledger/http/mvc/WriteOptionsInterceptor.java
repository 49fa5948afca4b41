package io.keyledger.http.mvc;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.request.DryRun;
import io.keyledger.http.resources.Resources;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Checks {@code include} and {@code fields} of a create or update before anything is decided: a request that is refused must
 * not have changed something first.
 */
final class WriteOptionsInterceptor implements HandlerInterceptor {
    private static final Set<String> ANSWERED_WITH_THE_RESOURCE = Set.of("POST", "PATCH");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && ANSWERED_WITH_THE_RESOURCE.contains(request.getMethod())) {
            var type = type(request.getRequestURI());
            if (type != null && DryRun.isOffered(type)) {
                ReadOptionsParser.single(type, request.getParameterMap(), DryRun.PARAMETER);
            } else if (type != null) {
                ReadOptionsParser.single(type, request.getParameterMap());
            }
        }
        return true;
    }

    /**
     * The resource of an address such as {@code /api/roles/{id}} or {@code /api/app_registrations/{id}/certificates};
     * null for one of another form.
     */
    private static @Nullable ResourceType type(String uri) {
        var segments = uri.split("/", -1);
        if (segments.length < 3 || segments.length > 5) {
            return null;
        }
        if (segments.length == 5) {
            var part = Resources.byName(segments[4]);
            return part != null && part.is(Trait.PART_OF_APP) ? part : null;
        }
        var type = Resources.byName(segments[2]);
        return type == null ? Resources.byCallersOne(segments[2]) : type;
    }
}
