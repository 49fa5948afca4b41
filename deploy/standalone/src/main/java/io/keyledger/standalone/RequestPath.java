package io.keyledger.standalone;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Reduces the cost of what every request passes before its endpoint: by default it costs more than issuing a token. */
@Configuration(proxyBeanMethods = false)
class RequestPath {
    /** By default every filter of every request is an observation of its own. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Observes requests to the API as a whole; the OAuth endpoints have counters of their own. */
    @Bean
    ObservationPredicate allButOAuth() {
        return (name, context) ->
                !(context instanceof ServerRequestObservationContext request && isOAuth(request.getCarrier()));
    }

    /**
     * Refuses what the standard firewall refuses, but checks characters one by one instead of by regular expressions.
     * All methods pass: no rule here depends on the method, and Spring MVC answers 405 for those it does not know.
     */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(RequestPath::isPrintable);
        firewall.setAllowedHeaderNames(RequestPath::isPrintable);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    private static boolean isOAuth(@Nullable HttpServletRequest request) {
        return request != null && request.getRequestURI().startsWith("/oauth/");
    }

    private static boolean isPrintable(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!Character.isDefined(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }
}
