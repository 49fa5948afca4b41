package io.keyledger.authorization.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.json.JsonMapper;

class ClaimsJsonProperties {
    private final ClaimsJson json = new ClaimsJson();

    @Property(tries = 300)
    void comesBackAsItWasAndDecodesWithPlainBase64(@ForAll String text) {
        var bytes = json.bytes(Map.of("claim", "?>~" + text));

        assertThat(Base64.getUrlEncoder().encodeToString(bytes)).doesNotContain("-", "_");
        if (text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            assertThat(JsonMapper.shared().readTree(bytes).get("claim").asString())
                    .isEqualTo("?>~" + text);
        }
    }
}
