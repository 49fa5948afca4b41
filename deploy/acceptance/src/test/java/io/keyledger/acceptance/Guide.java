package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page with commands, which are run as printed. */
record Guide(Path page) {
    private static final Path ROOT = Path.of("..", "..");
    private static final String JAR = "deploy/standalone/target/keyledger.jar";
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    /** The page of that path from the project's root. */
    static Guide at(String path) {
        return new Guide(ROOT.resolve(path));
    }

    /** Runs all blocks one after the other beside the server; what they print. Fails when a command does. */
    String runBeside(RunningServer server) throws IOException, InterruptedException {
        var commands = commands()
                .replace("http://localhost:8080", address(server.uri("")))
                .replace("http://localhost:8081", address(server.operatorUri("")))
                .replace(JAR, ROOT.resolve(JAR).toAbsolutePath().toString());
        var shell = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + commands)
                .directory(server.home().toFile())
                .redirectErrorStream(true);
        shell.environment().merge("PATH", System.getProperty("java.home") + "/bin", (old, java) -> java + ':' + old);
        var process = shell.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String commands() throws IOException {
        var blocks = BLOCK.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        assertThat(blocks).as("commands in " + page).isNotEmpty();
        return blocks;
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
