package io.keyledger.command.secret.web;

import io.keyledger.kernel.web.contract.ContractPart;
import io.keyledger.kernel.web.contract.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The body of a report, as the published contract has it. */
@Component
class LeakReportContract implements ContractPart {
    @Override
    public Map<String, Schema> schemas() {
        var secrets = Schema.list(Schema.of("string")).with("minItems", 1).with("maxItems", LeakReport.MOST);
        var attributes = Schema.object()
                .member("secrets", secrets)
                .requiringAll()
                .member(
                        "source_url",
                        Schema.text("uri")
                                .with("maxLength", LeakReport.LONGEST_URL)
                                .nullable());
        var data = Schema.object()
                .member("type", Schema.only(LeakReport.TYPE))
                .member("attributes", attributes)
                .requiringAll();
        return Map.of(LeakReport.TYPE, Schema.object().member("data", data).requiringAll());
    }
}
