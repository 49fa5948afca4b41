package io.keyledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.keyledger.command.secret.FreshSecret;
import io.keyledger.command.secret.OneTimeCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** The directions of the house, as far as the command side goes. A rule that finds nothing to hold for fails. */
@AnalyzeClasses(packages = "io.keyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String COMMAND = "io.keyledger.command..";

    @ArchTest
    static final ArchRule theSidesDoNotMeet = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.query..")
            .because("each side can run on nodes of its own");

    @ArchTest
    static final ArchRule featuresKnowEachOtherByIdAlone = slices().matching(
                    "io.keyledger.command.(app|organization|access|customer|credentialpolicy)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule decisionsKnowNothingOfHttp = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.keyledger.command.app",
                    "io.keyledger.command.organization",
                    "io.keyledger.command.access",
                    "io.keyledger.command.customer",
                    "io.keyledger.command.credentialpolicy",
                    "io.keyledger.command.reaction",
                    "io.keyledger.command.bootstrap",
                    "io.keyledger.command.value",
                    "io.keyledger.command.decision",
                    "io.keyledger.command.secret")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web.bind..", "org.springframework.http..", "jakarta.servlet..", "..command..web..")
            .because("a rule holds whoever asks, and however");

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.keyledger.command.eventstore..",
                    "io.keyledger.command.bus..",
                    "io.keyledger.command.actor..",
                    "io.keyledger.command.idempotency..",
                    "io.keyledger.command.startup..",
                    "io.keyledger.command.reservation..",
                    "io.keyledger.command.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.keyledger.command.app..",
                    "io.keyledger.command.organization..",
                    "io.keyledger.command.access..",
                    "io.keyledger.command.customer..",
                    "io.keyledger.command.credentialpolicy..",
                    "io.keyledger.command.reaction..",
                    "io.keyledger.command.bootstrap..")
            .because("features stand on it");

    @ArchTest
    static final ArchRule databasesStayInThreeRooms = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .and()
            .resideOutsideOfPackages(
                    "io.keyledger.command.eventstore..",
                    "io.keyledger.command.bus..",
                    "io.keyledger.command.actor..",
                    "io.keyledger.command.idempotency..",
                    "io.keyledger.command.startup..",
                    "io.keyledger.command.reservation..",
                    "io.keyledger.command.schedule..")
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
    static final ArchRule onlyTheClockTellsTime = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a decision must come out the same in a test and in production");

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

    @ArchTest
    static final ArchRule aggregatesTakeTheTimeAsGiven = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.keyledger.command.app",
                    "io.keyledger.command.organization",
                    "io.keyledger.command.access",
                    "io.keyledger.command.customer")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("the clock comes in with the command");
}
