package io.aifactory.e2e.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled main code of all modules, read from the build that is under way. */
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
        return Stream.concat(
                        SERVICES.stream().map(service -> service + "-service"),
                        Stream.of(
                                "contracts/events",
                                "contracts/lake",
                                "contracts/model",
                                "contracts/messaging",
                                "contracts/access",
                                "deploy/spark",
                                "deploy/local-bus",
                                "deploy/local",
                                "deploy/bench"))
                .map(module -> root().resolve(module).resolve("target/classes"))
                .map(FactoryCode::compiled)
                .toList();
    }

    private static Path compiled(Path classes) {
        if (!Files.exists(classes)) {
            throw new IllegalStateException(
                    classes + " is missing: these rules look at what the modules' builds left there");
        }
        return classes;
    }
}
