package io.keyledger.standalone;

import com.nimbusds.jose.jwk.JWKSet;
import io.keyledger.query.audit.ExportCheck;
import io.keyledger.query.audit.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;

/**
 * {@code java -jar keyledger.jar verify-audit FILE --jwks FILE_OR_URL}: verifies that an exported audit log is complete
 * and unchanged. Needs no data directory, and no network when the keys are a file.
 */
final class AuditVerification {
    static final String COMMAND = "verify-audit";
    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int ARGUMENTS = 4;
    private static final String HELP = """
            Says whether an exported audit log is complete and unchanged.

              java -jar keyledger.jar verify-audit EXPORT.ndjson --jwks FILE_OR_URL

              EXPORT.ndjson   what GET /api/audit_events/export answered, without filters
              FILE_OR_URL     the published keys, as /oauth/jwks has them

            Ends with 0 when every entry follows the one before it and a signature vouches for all of them, with 1 when
            not, naming the first position that is broken, or how many entries could not be shown, and with 2 when a file cannot be read.
            """;

    private final PrintStream out;

    AuditVerification(PrintStream out) {
        this.out = out;
    }

    /** Whether the command line asks for this instead of a start. */
    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** The exit status of the process. */
    int run(String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(HELP);
            return SOUND;
        }
        if (arguments.length != ARGUMENTS || !arguments[2].equals("--jwks")) {
            out.print(HELP);
            return MISUSED;
        }
        try {
            return check(Path.of(arguments[1]), keys(arguments[3]));
        } catch (MalformedInputException e) {
            out.println(arguments[1] + " is no text in UTF-8.");
            return BROKEN;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            out.println("It could not be checked: " + e.getMessage());
            return MISUSED;
        }
    }

    private static JWKSet keys(String place) throws IOException, ParseException {
        return place.startsWith("http://") || place.startsWith("https://")
                ? JWKSet.load(URI.create(place).toURL())
                : JWKSet.parse(Files.readString(Path.of(place)));
    }

    private int check(Path file, JWKSet keys) throws IOException {
        var findings = ExportCheck.of(file, keys);
        if (findings.isEmpty()) {
            out.println("There is no entry in " + file + ".");
            return BROKEN;
        }
        findings.forEach((organization, finding) -> out.println("Organization " + organization + ": " + said(finding)));
        return findings.values().stream().allMatch(finding -> isProven(finding) && finding.notShown() == 0)
                ? SOUND
                : BROKEN;
    }

    private static boolean isProven(Finding finding) {
        return finding.valid() && finding.proven() == finding.entries();
    }

    private static String said(Finding finding) {
        if (!finding.valid()) {
            return "broken at position " + finding.brokenAt() + ": " + finding.reason() + ".";
        }
        if (!isProven(finding)) {
            return "broken at position " + (finding.proven() + 1) + ": no signature by a known key vouches for it.";
        }
        if (finding.notShown() > 0) {
            return finding.entries() + " entries, unchanged; signed up to the last one at " + finding.provenAt()
                    + ", its hash is " + finding.hash() + "; not complete: " + finding.notShown()
                    + " of them have events that the service could not show.";
        }
        return finding.entries() + " entries, complete and unchanged; signed up to the last one at "
                + finding.provenAt() + ", its hash is " + finding.hash() + ".";
    }
}
