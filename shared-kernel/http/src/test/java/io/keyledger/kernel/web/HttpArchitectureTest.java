package io.keyledger.kernel.web;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.keyledger.kernel.web", importOptions = DoNotIncludeTests.class)
class HttpArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.keyledger.kernel.(**)")
            .should()
            .beFreeOfCycles()
            .because("each can then be read alone");
}
