package io.keyledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The directions of the house, as far as the query side goes. A rule that finds nothing to hold for fails. */
@AnalyzeClasses(packages = "io.keyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theSidesDoNotMeet = noClasses()
            .that()
            .resideInAPackage("io.keyledger.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.command..")
            .because("each side can run on nodes of its own");

    @ArchTest
    static final ArchRule tokensHaveTheirOwnProjections = noClasses()
            .that()
            .resideInAPackage("io.keyledger.authorization..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.keyledger.query.app..",
                    "io.keyledger.query.organization..",
                    "io.keyledger.query.access..",
                    "io.keyledger.query.customer..",
                    "io.keyledger.query.audit..",
                    "io.keyledger.query.reader..")
            .because("tokens may be issued by nodes that have none of the other views");

    @ArchTest
    static final ArchRule viewsKnowNothingOfTokens = noClasses()
            .that()
            .resideOutsideOfPackage("io.keyledger.authorization..")
            .and()
            .resideInAPackage("io.keyledger.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.authorization..")
            .because("what a caller may do comes with the request");

    @ArchTest
    static final ArchRule supportKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.keyledger.view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.keyledger.query.app..",
                    "io.keyledger.query.organization..",
                    "io.keyledger.query.access..",
                    "io.keyledger.query.customer..",
                    "io.keyledger.query.audit..",
                    "io.keyledger.query.reader..")
            .because("features stand on it");

    @ArchTest
    static final ArchRule featuresKnowEachOtherByIdAlone = slices().matching(
                    "io.keyledger.query.(app|organization|access|customer|audit)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheClockTellsTime = noClasses()
            .that()
            .resideInAPackage("io.keyledger.query..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("an answer must come out the same in a test and in production");
}
