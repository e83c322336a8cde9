package io.aifactory.local.launch;

import io.aifactory.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that were set aside from older builds; each build leaves a folder, {@code <program>-<time>}. */
final class OldEditions {

    private OldEditions() {}

    /** Removes all but the newest of each program; nothing may run from them. */
    static void remove(Path app) {
        if (!Files.exists(app)) {
            return;
        }
        editions(app).values().forEach(editions -> editions.subList(1, editions.size())
                .forEach(Folders::delete));
    }

    private static Map<String, List<Path>> editions(Path app) {
        try (Stream<Path> folders = Files.list(app)) {
            return folders.sorted(Comparator.comparing(
                                    (Path folder) -> folder.toFile().lastModified())
                            .reversed())
                    .collect(Collectors.groupingBy(OldEditions::program, Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + app, e);
        }
    }

    private static String program(Path folder) {
        return String.valueOf(folder.getFileName()).replaceFirst("-[0-9a-f]+(\\.part)?$", "");
    }
}
