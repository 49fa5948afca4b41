package io.keyledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.keyledger.command.secret.FreshSecret;
import io.keyledger.command.secret.OneTimeCode;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/**
 * What holds on the command side; the dependencies between all modules are checked where everything is on the class
 * path.
 */
@AnalyzeClasses(packages = "io.keyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String COMMAND = "io.keyledger.command..";

    @ArchTest
    static final ArchRule decisionsKnowNothingOfHttp = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .resideOutsideOfPackages("..web..", "..command.actor..", "..command.idempotency..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web.bind..", "org.springframework.http..", "jakarta.servlet..", "..command..web..")
            .because("a rule holds whoever asks, and however");

    @ArchTest
    static final ArchRule databasesStayInTheirRooms = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .resideOutsideOfPackages(
                    "..command.eventstore..",
                    "..command.bus..",
                    "..command.idempotency..",
                    "..command.reservation..",
                    "..command.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.sqlite..")
            .because("decisions rest on events and reservations");

    @ArchTest
    static final ArchRule secretsStayAtTheEdge = theClass(FreshSecret.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(
                    "io.keyledger.command.secret",
                    "io.keyledger.command.reaction",
                    "io.keyledger.command.bootstrap",
                    "..web")
            .because("no command, event or aggregate ever sees the plaintext of a client secret");

    @ArchTest
    static final ArchRule codesStayAtTheEdge = theClass(OneTimeCode.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.keyledger.command.secret", "..web")
            .because("no command, event or aggregate ever sees the plaintext of a code");

    @ArchTest
    static final ArchRule chanceHasOneSource = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SecureRandom.class, Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("ids and secrets are drawn in one place, which a test can seed");
}
