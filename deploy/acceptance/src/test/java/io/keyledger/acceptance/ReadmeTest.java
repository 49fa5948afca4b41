package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's tour, as it stands there, line by line. */
@ExtendWith(SharedServer.class)
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");

    private final RunningServer server;

    ReadmeTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void showsATourThatWorks() throws IOException, InterruptedException {
        var output = run("set -euo pipefail\n" + tour().replace("http://localhost:8080", address()));

        assertThat(output).contains("\"record_count\"").contains("klsec_live_").contains("access_token");
        assertThat(output).contains("\"expires_in\":[14400,86400]");
        assertThat(output).doesNotContain("\"errors\"").doesNotContain("\"error\"");
    }

    private String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", script)
                .directory(server.home().toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String address() {
        var uri = server.uri("");
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String tour() throws IOException {
        var block = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
