package io.aifactory.local.storagewatch;

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
import java.util.stream.Stream;

/**
 * Looks for files in the {@code in} folders of every environment's lake and for those that say which data counts, and does not
 * enter what the factory itself fills.
 */
final class InFolders {

    private static final String CONTAINER = "lake3";
    private static final String IN = "in";
    private static final Set<String> FILLED_BY_THE_FACTORY = Set.of("out", "bad", "gold", "scored", "model", "logging");

    private static final Set<String> CONTROL_FILES = Set.of("active_in_folder.json", "active_scoring_in_folder.json");
    private static final String ACTIVE = "active";
    private static final String COMPLETE = "_SUCCESS";

    private final Path lake;

    InFolders(Path lake) {
        this.lake = lake;
    }

    /**
     * Returns the files that are there. Those with a leading dot or underscore are still being written by convention, but for
     * {@code _SUCCESS}, which says that its folder is filled; those with a control character in their path, such as a tab or a line break, can not be told of.
     */
    List<SeenFile> look() {
        if (!Files.exists(lake)) {
            return List.of();
        }
        try (Stream<Path> environments = Files.list(lake)) {
            return environments
                    .flatMap(environment -> look(environment).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + lake, e);
        }
    }

    /** Returns whether the environment has a lake. */
    boolean hasLakeOf(String environment) {
        return Files.isDirectory(lake.resolve(environment).resolve(CONTAINER));
    }

    private static List<SeenFile> look(Path environment) {
        var root = environment.resolve(CONTAINER);
        var visit = new Visit(environment.getFileName().toString(), root);
        try {
            if (Files.exists(root)) {
                Files.walkFileTree(root, visit);
            }
            return visit.files;
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + root, e);
        }
    }

    private static final class Visit extends SimpleFileVisitor<Path> {

        private final String environment;
        private final Path root;
        private final List<SeenFile> files = new ArrayList<>();

        Visit(String environment, Path root) {
            this.environment = environment;
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName().toString();
            var skipped = !inside(folder) && FILLED_BY_THE_FACTORY.contains(name);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && tellable(file)) {
                files.add(new SeenFile(
                        environment,
                        path(file),
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // gone between being listed and being looked at: the next look will tell
            return FileVisitResult.CONTINUE;
        }

        private boolean tellable(Path file) {
            return controls(file) || (inside(file) && !unfinished(file) && !untellable(file));
        }

        private static boolean controls(Path file) {
            return CONTROL_FILES.contains(file.getFileName().toString())
                    && file.getParent() != null
                    && file.getParent().endsWith(ACTIVE);
        }

        private boolean inside(Path path) {
            var parents = root.relativize(path);
            for (int i = 0; i < parents.getNameCount() - 1; i++) {
                if (parents.getName(i).toString().equals(IN)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean unfinished(Path file) {
            var name = file.getFileName().toString();
            return name.startsWith(".") || (name.startsWith("_") && !name.equals(COMPLETE));
        }

        private boolean untellable(Path file) {
            return path(file).chars().anyMatch(Character::isISOControl);
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
