package io.keyledger.http.openapi;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the contract of the application that has this on its class path. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ContractAutoConfiguration {
    static final String DOCUMENT = "OpenApiDocument";

    @Bean
    Contract contract(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<ContractPart> parts,
            JsonMapper json) {
        return new Contract(mappings::getObject, parts.orderedStream().toList(), json);
    }

    @Bean
    ContractController contractController(Contract contract) {
        return new ContractController(contract);
    }

    @Bean
    ContractPart ownPart() {
        return new ContractPart() {
            @Override
            public Map<String, Schema> schemas() {
                return Map.of(DOCUMENT, Schema.of("object"));
            }
        };
    }
}
