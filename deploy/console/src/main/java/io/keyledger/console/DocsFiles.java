package io.keyledger.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The files that the page of the contract loads, and no others: any other name would be looked for in every jar. They are
 * kept in memory: reading one out of its jar takes longer than sending it, and lets nobody else have the processor.
 */
@Configuration(proxyBeanMethods = false)
class DocsFiles implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/{file:show\\.js}")
                .addResourceLocations("classpath:/static/docs/")
                .resourceChain(true)
                .addTransformer(DocsFiles::inMemory);
        registry.addResourceHandler("/webjars/{library:swagger-ui}/{file:swagger-ui\\.css|swagger-ui-bundle\\.js}")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .resourceChain(true)
                .addTransformer(DocsFiles::inMemory);
    }

    private static Resource inMemory(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        return new TransformedResource(file, file.getContentAsByteArray());
    }
}
