package io.aifactory.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aifactory.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("io.aifactory.local.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature is understood alone; give what two of them share a home of its own");

    @ArchTest
    static final ArchRule onlyTheBusSpeaksToServiceBus = noClasses()
            .that()
            .resideOutsideOfPackage("io.aifactory.local.bus..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.azure..")
            .because("the client is slow to load; verbs that do not need the bus stay quick");

    @ArchTest
    static final ArchRule nothingStartsASpringContext = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..", "org.springframework.context..")
            .because("a verb answers in a second");

    @ArchTest
    static final ArchRule onlyFactoryLiesInTheRoot = classes()
            .that()
            .resideInAPackage("io.aifactory.local")
            .should()
            .haveSimpleName("Factory")
            .orShould()
            .haveSimpleName("package-info")
            .because("everything else belongs to a feature");
}
