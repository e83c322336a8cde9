package io.aifactory.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that are seen in the sources rather than in the compiled code. */
class SourceRulesTests {

    private static final Pattern LEFTOVERS = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|@Disabled\\b");

    /** Folders whose files come and go while other modules are built. */
    private static final Set<String> PASSING = Set.of("target", ".git");

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        List<Path> silent = mainSources()
                .map(Path::getParent)
                .distinct()
                .filter(folder ->
                        !contentOf(folder.resolve("package-info.java")).contains("@NullMarked"))
                .toList();

        assertThat(silent)
                .as("each package has a package-info.java with one sentence and @NullMarked")
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        List<Path> unfinished = Stream.concat(mainSources(), testSources())
                .filter(source -> !source.endsWith("SourceRulesTests.java"))
                .filter(source -> LEFTOVERS.matcher(contentOf(source)).find())
                .toList();

        assertThat(unfinished).as("finish it or open an issue").isEmpty();
    }

    @Test
    void testsDoNotSleep() {
        List<Path> sleepers = testSources()
                .filter(source -> !source.endsWith("SourceRulesTests.java"))
                .filter(source -> contentOf(source).contains("Thread.sleep"))
                .toList();

        assertThat(sleepers).as("await the thing itself, with a limit").isEmpty();
    }

    private static Stream<Path> mainSources() {
        return sources("src/main/java");
    }

    private static Stream<Path> testSources() {
        return sources("src/test/java");
    }

    private static Stream<Path> sources(String folder) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(FactoryCode.root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return PASSING.contains(visited.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().filter(file -> file.toString().endsWith(".java")).filter(file -> file.toString()
                .contains(folder));
    }

    private static String contentOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
