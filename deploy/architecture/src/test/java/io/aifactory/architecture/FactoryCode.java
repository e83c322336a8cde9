package io.aifactory.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled main code of all modules, read from the build that is under way. That may leave Spark out. */
final class FactoryCode {

    static final List<String> SERVICES = List.of("provisioning", "lake", "training", "promotion", "scoring");

    private FactoryCode() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside the project"));
    }

    static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPaths(moduleClasses());
    }

    private static List<Path> moduleClasses() {
        Stream<Path> always = Stream.concat(
                        SERVICES.stream().map(service -> service + "-service"),
                        Stream.of(
                                "contracts/events",
                                "contracts/lake",
                                "contracts/model",
                                "contracts/messaging",
                                "contracts/access",
                                "deploy/local-bus",
                                "deploy/local",
                                "deploy/bench"))
                .map(FactoryCode::classesOf)
                .map(FactoryCode::compiled);
        return Stream.concat(always, Stream.of(classesOf("deploy/spark")).filter(Files::exists))
                .toList();
    }

    private static Path classesOf(String module) {
        return root().resolve(module).resolve("target/classes");
    }

    private static Path compiled(Path classes) {
        if (!Files.exists(classes)) {
            throw new IllegalStateException(
                    classes + " is missing: these rules look at what the modules' builds left there");
        }
        return classes;
    }
}
