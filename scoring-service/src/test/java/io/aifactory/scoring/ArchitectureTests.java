package io.aifactory.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.event.EventListener;

@AnalyzeClasses(packages = "io.aifactory.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("io.aifactory.scoring.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that can't be understood alone is no feature: move what both need to the lower one");

    @ArchTest
    static final ArchRule duckDbStaysInItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("..duckdb..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.duckdb..")
            .because("an engine is exchanged in one place: reach it through ScoredFiles or BatchEngine");

    @ArchTest
    static final ArchRule theOnlinePathIsNotSpringMvcs = noClasses()
            .that()
            .resideInAPackage("..online..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..")
            .because("MVC halves what a server answers: the online path is a servlet of its own");

    @ArchTest
    static final ArchRule listenersAreNotPublic = classes()
            .that()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .bePackagePrivate()
            .because("nobody but the inbox calls a listener of " + EventListener.class.getSimpleName() + "s");
}
