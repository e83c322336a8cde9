package io.aifactory.contracts.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the source of a type says about it: the one place where descriptions are written. */
final class RecordJavadoc {

    private static final Path SOURCES = Path.of("src/main/java/io/aifactory/contracts/events");

    private final String comment;

    private RecordJavadoc(String comment) {
        this.comment = comment;
    }

    static RecordJavadoc of(Class<?> type) {
        try {
            String source = Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
            var javadoc = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(source);
            if (!javadoc.find()) {
                throw new IllegalStateException(type.getSimpleName() + " has no javadoc");
            }
            return new RecordJavadoc(javadoc.group(1).replaceAll("(?m)^\\s*\\*? ?", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String description() {
        return plain(comment.split("(?m)^@param|<p>")[0]);
    }

    String component(String name) {
        var component = Pattern.compile("@param\\s+" + name + "\\s(.*?)(?=@param|\\z)", Pattern.DOTALL)
                .matcher(comment);
        if (!component.find()) {
            throw new IllegalStateException("no @param " + name + " in: " + comment);
        }
        return plain(component.group(1));
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(code|link) #?([^}]*)}", "$2")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
