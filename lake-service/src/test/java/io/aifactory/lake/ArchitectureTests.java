package io.aifactory.lake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aifactory.lake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("io.aifactory.lake.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that can't be understood alone is no feature: move what both need to the lower one");

    @ArchTest
    static final ArchRule nobodyKnowsTheEngineBehindThePort = noClasses()
            .that()
            .resideOutsideOfPackage("..duckdb..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..duckdb..")
            .because("an engine is exchanged in one place: reach it through RefinementEngine");

    @ArchTest
    static final ArchRule sqlForFilesIsWrittenByTheEngineOnly = noClasses()
            .that()
            .resideInAPackage("..duckdb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "io.aifactory.contracts.lake..")
            .because("the engine sees the files it is given, and neither the lake nor the service's database");

    @ArchTest
    static final ArchRule listenersAreNotPublic = classes()
            .that()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .bePackagePrivate()
            .because("nobody but the inbox calls a listener");
}
