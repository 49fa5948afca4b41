package io.keyledger.http.mvc;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.request.ApiJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.JsonNode;

/** Reads {@code @RequestBody JsonNode} of the API's media type by the strict rules of {@link ApiJson}. */
final class ApiBodyConverter extends AbstractHttpMessageConverter<JsonNode> {
    ApiBodyConverter() {
        super(ApiMediaType.JSON_API);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonNode.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage message) throws IOException {
        return ApiJson.parse(message.getBody().readAllBytes());
    }

    @Override
    protected void writeInternal(JsonNode document, HttpOutputMessage message) {
        throw new UnsupportedOperationException("this converter only reads");
    }
}
