package io.keyledger.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;

/**
 * The allowed dependencies between packages, by wildcard: a new package is covered without being named here. A rule
 * that matches nothing fails.
 */
@AnalyzeClasses(packages = "io.keyledger", importOptions = DoNotIncludeTests.class)
class HouseTest {
    private static final int SEE_THE_EMBEDDED_ENGINE = 3;

    @ArchTest
    static final ArchRule everyRoomIsNamedAfterWhatIsInIt = noClasses()
            .should()
            .resideInAnyPackage("..support..", "..resource..", "..common..", "..util..", "..policy..")
            .because("under such a name anything can be put, and nothing be found");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.keyledger.(**)").should().beFreeOfCycles().because("each can then be read alone");

    @ArchTest
    static final ArchRule featuresOfTheCommandSideAreFreeOfCycles =
            slices().matching("io.keyledger.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheQuerySideAreFreeOfCycles =
            slices().matching("io.keyledger.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modulesAreFreeOfCycles =
            slices().matching("io.keyledger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theCommandSideKnowsNothingOfTheQuerySide = noClasses()
            .that()
            .resideInAPackage("io.keyledger.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keyledger.query..", "io.keyledger.view..", "io.keyledger.authorization..")
            .because("who decides does not ask what others remember but by the ports of http.answer");

    @ArchTest
    static final ArchRule theQuerySideKnowsNothingOfTheCommandSide = noClasses()
            .that()
            .resideInAnyPackage("io.keyledger.query..", "io.keyledger.view..", "io.keyledger.authorization..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.command..")
            .because("whoever remembers goes by events alone");

    @ArchTest
    static final ArchRule theDomainKnowsNeitherSpringNorHttp = noClasses()
            .that()
            .resideInAPackage("io.keyledger.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.net.http..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("io.keyledger..").and(not(resideInAPackage("io.keyledger.kernel.."))))
            .because("the words are the same whatever they are carried by");

    @ArchTest
    static final ArchRule httpKnowsTheDomainAlone = noClasses()
            .that()
            .resideInAPackage("io.keyledger.http..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.keyledger..")
                    .and(not(resideInAPackage("io.keyledger.http..")))
                    .and(not(resideInAPackage("io.keyledger.kernel.."))))
            .because("both sides speak it");

    @ArchTest
    static final ArchRule theViewEngineKnowsNoView = noClasses()
            .that()
            .resideInAPackage("io.keyledger.view..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.keyledger.query..", "io.keyledger.authorization..")
            .because("views stand on it");

    @ArchTest
    static final ArchRule theAuthorizationServerKnowsNoView = noClasses()
            .that()
            .resideInAPackage("io.keyledger.authorization..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.query..")
            .because("a token must not wait for a list");

    @ArchTest
    static final ArchRule viewsKnowNothingOfTokens = noClasses()
            .that()
            .resideInAPackage("io.keyledger.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.keyledger.authorization..")
            .because("what a caller may do comes with the request");

    @ArchTest
    static final ArchRule aggregatesKnowEachOtherByIdAlone = slices().matching("io.keyledger.command.(*)..")
            .that(describe("hold an aggregate", slice -> slice.stream().anyMatch(HouseTest::isAggregate)))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule viewsKnowEachOtherByIdAlone = slices().matching("io.keyledger.query.(*)..")
            .that(describe(
                    "are no readers of all views",
                    slice -> slice.stream()
                            .noneMatch(type -> type.getPackageName().startsWith("io.keyledger.query.reader"))))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheClockTellsTime = noClasses()
            .that()
            .resideOutsideOfPackages("io.keyledger.command.startup", "io.keyledger.standalone..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a decision and an answer must come out the same in a test and in production");

    @ArchTest
    static void theEmbeddedEngineIsSeenByFew(JavaClasses house) {
        var seers = house.stream()
                .filter(type -> !type.getPackageName().startsWith("io.keyledger.view.embedded"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("io.keyledger.view.embedded"))
                .map(Dependency::getOriginClass)
                .filter(type -> !type.getSimpleName().contains("__"))
                .map(type -> type.getName())
                .collect(Collectors.toSet());
        assertThat(seers).isNotEmpty().hasSizeLessThanOrEqualTo(SEE_THE_EMBEDDED_ENGINE);
    }

    /** A misspelt package must not turn a rule into one that always holds. */
    @ArchTest
    static void aRuleThatFindsNothingFails(JavaClasses house) {
        var misspelt = noClasses()
                .that()
                .resideInAPackage("io.keyledger.comand..")
                .should()
                .bePublic();
        assertThatThrownBy(() -> misspelt.check(house)).isInstanceOf(AssertionError.class);
        var noSlices = slices().matching("io.keyledger.comand.(*)..").should().beFreeOfCycles();
        assertThatThrownBy(() -> noSlices.check(house)).isInstanceOf(AssertionError.class);
    }

    private static boolean isAggregate(JavaClass type) {
        return type.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate");
    }
}
