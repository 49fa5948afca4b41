package io.keyledger.command.bootstrap;

import io.keyledger.command.secret.FreshSecret;
import io.keyledger.command.startup.PublicAddress;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.organization.OrganizationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The file with the credentials of the owner of a new ledger. Source: DESIGN section 5. */
@Component
class BootstrapFile {
    private static final String NAME = "bootstrap.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataDirectory directory;
    private final PublicAddress address;

    BootstrapFile(DataDirectory directory, PublicAddress address) {
        this.directory = directory;
        this.address = address;
    }

    Path path() {
        return directory.file(NAME);
    }

    void write(OrganizationId organization, String clientId, FreshSecret secret) throws IOException {
        var content = new LinkedHashMap<String, String>();
        content.put("issuer", address.issuer());
        content.put("organization_id", organization.value());
        content.put("client_id", clientId);
        content.put("client_secret", secret.plaintext());
        directory.write(NAME, JSON.writeValueAsString(content) + "\n");
    }

    void remove() throws IOException {
        Files.deleteIfExists(path());
    }
}
