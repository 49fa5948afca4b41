package io.keyledger.query.reader.web;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.query.reader.Past;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.follow.ReadYourWrites;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ReaderWebConfiguration {

    @Bean
    ResourceAnswers resourceAnswers(Reader reader, Past past, ReadYourWrites written) {
        return new StoredAnswers(reader, past, written);
    }

    @Bean
    ReadRoutes readRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            Reader reader,
            Past past) {
        return new ReadRoutes(addresses, reader, past);
    }
}
