package io.keyledger.standalone;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What every request passes before it is ours, kept cheap: it costs more than the token when left as it comes. */
@Configuration(proxyBeanMethods = false)
class RequestPath {
    /** Otherwise every filter of every request is an observation of its own. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Observes requests to the API as a whole; the OAuth endpoints are counted where they answer. */
    @Bean
    ObservationPredicate allButOAuth() {
        return (name, context) ->
                !(context instanceof ServerRequestObservationContext request && isOAuth(request.getCarrier()));
    }

    /**
     * Refuses what the standard one refuses, by a look at each character in place of regular expressions. A method that no
     * address has is left to who knows the address and answers 405: no rule here is by method.
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
        return text.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
    }
}
