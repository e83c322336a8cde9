package io.aifactory.localbus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aifactory.localbus", importOptions = ImportOption.DoNotIncludeTests.class)
class LocalBusArchitectureTests {

    @ArchTest
    static final ArchRule entitiesKnowNeitherWireNorDisk = noClasses()
            .that()
            .resideInAnyPackage("..entity..", "..filter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.qpid..", "io.netty..", "org.h2..", "..amqp..", "..store..")
            .because("what happens to a message must be testable without a network and a file");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.aifactory.localbus.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each package is to be understood without the ones that use it");
}
