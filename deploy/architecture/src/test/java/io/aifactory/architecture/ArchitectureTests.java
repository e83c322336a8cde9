package io.aifactory.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.aifactory.contracts.events.FactoryEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules all of the factory's code keeps. Each failure says why the rule is there and what to do instead. */
class ArchitectureTests {

    private static final JavaClasses CODE = FactoryCode.all();

    @TestFactory
    Stream<DynamicTest> servicesKnowNoOtherService() {
        return FactoryCode.SERVICES.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> noClasses()
                        .that(resideInAPackage("io.aifactory." + service + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(otherServices(service)))
                        .because("services share nothing but events and files in the lake;"
                                + " let the other service announce what you need, and keep your own copy")
                        .check(CODE)));
    }

    @Test
    void contractsKnowNoService() {
        noClasses()
                .that(resideInAPackage("io.aifactory.contracts.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(FactoryCode.SERVICES.stream()
                        .map(service -> "io.aifactory." + service + "..")
                        .toArray(String[]::new)))
                .because("contracts are what services agree on; what one service alone needs belongs to it")
                .check(CODE);
    }

    @TestFactory
    Stream<DynamicTest> featuresHaveNoCycles() {
        return FactoryCode.SERVICES.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> slices().matching(
                                "io.aifactory." + service + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs another that needs it back is one feature, or hides a third:"
                                + " turn one direction into an event or move what both need")
                        .allowEmptyShould(true)
                        .check(CODE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"controller", "service", "dto", "util", "utils", "common", "impl", "helper", "mapper", "entities"
            })
    void packagesAreNamedAfterFeatures(String layer) {
        noClasses()
                .should()
                .resideInAPackage("io.aifactory.." + layer + "..")
                .because("code is found by what it is about; name the package after the feature")
                .check(CODE);
    }

    @Test
    void packagesGoOneLevelOfFeaturesAndOneOfAdaptersDeep() {
        noClasses()
                .that(resideInAnyPackage(FactoryCode.SERVICES.stream()
                        .map(service -> "io.aifactory." + service + "..")
                        .toArray(String[]::new)))
                .should()
                .resideInAPackage("io.aifactory.*.*.*.*..")
                .because("below a service there are features, and below a feature its adapters; deeper is lost")
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.duckdb.. -> ..duckdb..",
                "org.apache.spark.. -> io.aifactory.spark..",
                "io.delta.. -> ..delta..",
                "ml.dmlc.. -> ..xgboost..",
                "com.microsoft.ml.lightgbm.. -> ..lightgbm..",
                "io.github.metarank.. -> ..lightgbm..",
                "ai.onnxruntime.. -> ..onnx..",
                "io.openlineage.. -> ..openlineage..",
                "com.azure.storage.. -> ..azure..",
                "com.azure.identity.. -> ..azure..",
                "com.azure.resourcemanager.. -> ..azure..",
                "org.apache.qpid.proton.. -> io.aifactory.localbus.."
            })
    void eachSdkStaysInItsAdapter(String rule) {
        String[] sdkAndHome = rule.split(" -> ");

        noClasses()
                .that(resideOutsideOfPackages(sdkAndHome[1]))
                .should()
                .dependOnClassesThat(resideInAPackage(sdkAndHome[0]))
                .because("an SDK is imported in its adapter package only; let the feature's port say what is needed")
                .check(CODE);
    }

    @Test
    void theBusIsReachedThroughTheOutboxAndInboxOnly() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "io.aifactory.contracts.messaging..",
                        "io.aifactory.localbus..",
                        "io.aifactory.local..",
                        // it makes mischief on the bus, and measures against the bare client
                        "io.aifactory.bench.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.azure.messaging..", "com.azure.spring..", "org.springframework.cloud.stream.."))
                .because("an event leaves through the Outbox, in the transaction that changed state,"
                        + " and arrives through a listener guarded by the inbox")
                .check(CODE);
    }

    @Test
    void listenersStayInTheInboxsTransaction() {
        methods()
                .that()
                .haveName("on")
                .and()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "one factory event",
                        types -> types.size() == 1 && types.get(0).isAssignableTo(FactoryEvent.class)))
                .should()
                .notBeAnnotatedWith("org.springframework.scheduling.annotation.Async")
                .andShould()
                .notBeAnnotatedWith("org.springframework.transaction.event.TransactionalEventListener")
                .andShould()
                .beAnnotatedWith("org.springframework.context.event.EventListener")
                .because("handling an event, its state change and the events it causes are one transaction")
                .check(CODE);
    }

    @Test
    void contractEventsCarryNoData() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .implement(FactoryEvent.class)
                .should()
                .haveRawType(byte[].class)
                .because("events carry ids, facts, times and references to files in the lake; never data")
                .check(CODE);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .because("what depends on the time can only be tested when the time is given: inject a "
                        + Clock.class.getSimpleName())
                .check(CODE);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("sleeping guesses; wait for the thing itself, with a limit")
                .check(CODE);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("a constructor shows what a class needs; settings come as a @ConfigurationProperties record")
                .check(CODE);
    }

    @Test
    void stateIsNotStatic() {
        fields().that()
                .areStatic()
                .and()
                .areNotPrivate()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("shared mutable state makes behaviour depend on who came before")
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static String[] otherServices(String service) {
        List<String> others = FactoryCode.SERVICES.stream()
                .filter(other -> !other.equals(service))
                .toList();
        return others.stream().map(other -> "io.aifactory." + other + "..").toArray(String[]::new);
    }
}
