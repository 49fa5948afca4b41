package io.keyledger.http.mvc;

import io.keyledger.http.document.BaseAddress;
import io.keyledger.kernel.Randomness;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters, interceptors and converters of every request. The filters come before those of authentication. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ApiWebAutoConfiguration {
    private static final String API = "/api/*";

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter(ObjectProvider<Randomness> randomness) {
        return first(new RequestIdFilter(randomness.getIfAvailable(Randomness::new)), 0, "/*");
    }

    /** The endpoints below {@code /oauth} refuse it in the form of their errors. */
    @Bean
    FilterRegistrationBean<ContentCodingFilter> contentCodingFilter() {
        return first(new ContentCodingFilter(), 15, API, "/activate", "/actuator/*");
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter() {
        return first(BodyLimitFilter.ofDocuments(), 20, API);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> formLimitFilter() {
        return first(BodyLimitFilter.ofForms(), 21, "/activate");
    }

    @Bean
    FilterRegistrationBean<SecretInAddressFilter> secretInAddressFilter() {
        return first(new SecretInAddressFilter(), 3, "/*");
    }

    @Bean
    BaseAddress baseAddress(Environment settings) {
        return new BaseAddress(settings);
    }

    @Bean
    FilterRegistrationBean<BaseAddressFilter> baseAddressFilter(BaseAddress address) {
        return first(new BaseAddressFilter(address), 5, API);
    }

    /** Lists may be addressed with a slash at the end, as the documentation of the provisioning API does. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
        return first(
                UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build(), 30, API);
    }

    @Bean
    ServerHttpMessageConvertersCustomizer apiBodyConverter() {
        return converters -> converters.addCustomConverter(new ApiBodyConverter());
    }

    @Bean
    WebMvcConfigurer apiMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new MediaTypeInterceptor()).addPathPatterns("/api/**");
                registry.addInterceptor(new WriteOptionsInterceptor()).addPathPatterns("/api/**");
            }
        };
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
