package io.aifactory.contracts.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aifactory.contracts.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule usesNoSpring = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("training jobs and batch scorers use this module without Spring");

    @ArchTest
    static final ArchRule onlyOnnxKnowsOnnxRuntime = noClasses()
            .that()
            .resideOutsideOfPackage("..model.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .because("an engine is imported in its adapter only; use the Scorer port");

    @ArchTest
    static final ArchRule modelTypesKnowNoJackson = noClasses()
            .that()
            .resideInAnyPackage("io.aifactory.contracts.model", "..model.trees..", "..model.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("JSON is read and written in the artifact and boosters packages only");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.aifactory.contracts.(**)")
            .should()
            .beFreeOfCycles()
            .because("features build on each other in one direction; move the shared type down");
}
