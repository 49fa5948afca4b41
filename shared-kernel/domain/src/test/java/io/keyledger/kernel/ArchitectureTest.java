package io.keyledger.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.serialization.Revision;

@AnalyzeClasses(packages = "io.keyledger.kernel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String UPCAST = "io.keyledger.kernel.upcast..";

    @ArchTest
    static final ArchRule theKernelIsPlainJava = classes()
            .that()
            .resideOutsideOfPackage(UPCAST)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations",
                    "io.keyledger.kernel..",
                    "org.axonframework.serialization",
                    "org.axonframework.modelling.command")
            .because("both sides must agree on it whatever they are built with");

    @ArchTest
    static final ArchRule ofAxonTheKernelKnowsAnnotationsAlone = noClasses()
            .that()
            .resideOutsideOfPackage(UPCAST)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are Axon's and no annotations",
                    type -> type.getPackageName().startsWith("org.axonframework") && !type.isAnnotation()))
            .because("a message is the same with any bus");

    @ArchTest
    static final ArchRule storedFormsNeedAxonAndJacksonAlone = classes()
            .that()
            .resideInAPackage(UPCAST)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations",
                    "io.keyledger.kernel..",
                    "org.axonframework.serialization..",
                    "org.axonframework.messaging",
                    "com.fasterxml.jackson.annotation",
                    "tools.jackson..")
            .because("a test or a tool reads the ledger as the service does, without starting it");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.keyledger.kernel.(**)")
            .should()
            .beFreeOfCycles()
            .because("each can then be read alone");

    @ArchTest
    static final ArchRule eventsAreRecordsWithARevision = classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(Revision.class)
            .andShould()
            .beTopLevelClasses()
            .because("the revision and the components are the stored form");

    @ArchTest
    static final ArchRule eventsHoldPlainValues = fields().that()
            .areDeclaredInClassesThat()
            .implement(DomainEvent.class)
            .should(haveRawTypeOf(List.of(
                    String.class,
                    Instant.class,
                    Map.class,
                    List.class,
                    int.class,
                    long.class,
                    boolean.class,
                    Integer.class,
                    Long.class,
                    Boolean.class)))
            .because("a rule that tightens later must not make old events unreadable");

    @ArchTest
    static final ArchRule chanceHasOneSource = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Randomness.class.getName())
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SecureRandom.class, Random.class, ThreadLocalRandom.class, UUID.class)
            .because("a test must be able to repeat what chance did");

    @ArchTest
    static final ArchRule onlyTheClockTellsTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a decision must come out the same in a test and in production");

    private static ArchCondition<JavaField> haveRawTypeOf(List<Class<?>> types) {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a plain type",
                field -> types.stream().anyMatch(t -> field.getRawType().isEquivalentTo(t))));
    }
}
