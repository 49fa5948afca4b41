package io.keyledger.standalone;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code java -jar keyledger.jar rotate-pepper [--keyledger.data-dir=DIR]}: adds a key to the pepper of the data
 * directory. After the next start new secrets are hashed under it; those made before stay valid, because the former
 * keys are kept.
 */
final class PepperRotation {
    static final String COMMAND = "rotate-pepper";

    private final PepperFile files;
    private final PrintStream out;

    PepperRotation(PepperFile files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    /** Whether the command line asks for this instead of a start. */
    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** The exit status of the process: 0 when the pepper has a new key. */
    static int run(String... arguments) throws IOException {
        var files = new PepperFile(JsonMapper.shared(), new Randomness());
        return new PepperRotation(files, System.out).rotate(environment(arguments));
    }

    int rotate(Environment environment) throws IOException {
        if (environment.containsProperty("keyledger.pepper")) {
            out.println(
                    "The pepper is the setting keyledger.pepper: add a key there on every node, then name it current.");
            return 1;
        }
        var directory = new DataDirectory(Path.of(environment.getProperty("keyledger.data-dir", "./data")));
        var key = files.rotate(directory);
        if (key == null) {
            out.println("There is no pepper in " + directory.path() + ".");
            return 1;
        }
        out.println("Secrets made after the next start are hashed under key " + key + "; all others stay valid.");
        return 0;
    }

    /** Reads settings as a start does: arguments before environment variables. */
    static Environment environment(String... arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        return environment;
    }
}
