package io.keyledger.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import io.keyledger.kernel.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;

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
    static final ArchRule theDomainKnowsNeitherSpringNorHttp = noClasses()
            .that()
            .resideInAPackage("io.keyledger.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.net.http..")
            .because("the words are the same whatever they are carried by");

    @ArchTest
    static final ArchRule theDomainKnowsItselfAlone = onlyKnows("kernel");

    @ArchTest
    static final ArchRule httpKnowsTheDomain = onlyKnows("http", "kernel");

    @ArchTest
    static final ArchRule theCommandSideKnowsTheSharedKernel = onlyKnows("command", "http", "kernel");

    @ArchTest
    static final ArchRule theViewEngineKnowsTheSharedKernel = onlyKnows("view", "http", "kernel");

    @ArchTest
    static final ArchRule viewsKnowTheirEngine = onlyKnows("query", "view", "http", "kernel");

    /** A module that is new, too: it knows neither who decides nor a view. */
    @ArchTest
    static final ArchRule allOthersKnowNoSide = classes()
            .that()
            .resideOutsideOfPackages(
                    "io.keyledger.command..",
                    "io.keyledger.query..",
                    "io.keyledger.standalone..",
                    "io.keyledger.view..",
                    "io.keyledger.http..",
                    "io.keyledger.kernel..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("io.keyledger.."))
                    .or(not(resideInAnyPackage(
                            "io.keyledger.command..", "io.keyledger.query..", "io.keyledger.standalone.."))))
            .because("a token and a delivery must not wait for a list, and only commands decide");

    @ArchTest
    static final ArchRule eventsLiveInTheDomain = classes()
            .that()
            .implement(DomainEvent.class)
            .should()
            .resideInAPackage("io.keyledger.kernel..")
            .because("the table of stored events and its golden files look there");

    /** What features stand on knows none of them, though nothing but a circle would tell of most. */
    @ArchTest
    static void whatFeaturesStandOnKnowsNone(JavaClasses house) {
        var features = house.stream()
                .filter(HouseTest::isAggregate)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(features).hasSizeGreaterThan(1);
        noClasses()
                .that(describe(
                        "are part of no feature, and answer no event, start or request",
                        type -> type.getPackageName().startsWith("io.keyledger.command.")
                                && !features.contains(type.getPackageName())
                                && !type.getPackageName().matches(".*\\.(web|reaction|bootstrap)")))
                .should()
                .dependOnClassesThat(describe("are a feature's", type -> features.contains(type.getPackageName())))
                .check(house);
    }

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
    static final ArchRule onlyRepositoriesReadWhatMakesAState = noClasses()
            .should()
            .callMethod(EventStore.class, "readEvents", String.class)
            .because("it leaves out what later events say anew; a history is read from its first sequence on");

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
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
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

    /** Of the house; what else it stands on, its module's pom says. A module that is not there fails. */
    private static ArchRule onlyKnows(String module, String... others) {
        var allowed = Stream.concat(Stream.of(module), Stream.of(others))
                .map(name -> "io.keyledger." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.keyledger." + module + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.keyledger..")).or(resideInAnyPackage(allowed)));
    }
}
