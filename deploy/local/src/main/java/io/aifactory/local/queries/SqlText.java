package io.aifactory.local.queries;

import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A query as a person gives it: as a file, on standard input, or typed. */
final class SqlText {

    private static final String STANDARD_INPUT = "-";
    private static final String FILE = "@";

    private SqlText() {}

    /** Returns the query that was typed, or that of the file after an {@code @}, or for {@code -} that on standard input. */
    static String of(String argument) {
        return argument.startsWith(FILE) ? ofFile(argument.substring(FILE.length())) : given(argument);
    }

    /** Returns the query of a file, or for {@code -} that on standard input. */
    static String ofFile(String name) {
        try {
            byte[] content = name.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return required(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString(),
                    name);
        } catch (IOException | InvalidPathException e) {
            throw Refusal.of("There is no file '%s' that can be read as text in UTF-8.".formatted(name));
        }
    }

    private static String given(String argument) {
        return argument.equals(STANDARD_INPUT) ? ofFile(argument) : required(argument, "the query");
    }

    private static String required(String sql, String what) {
        if (sql.isBlank()) {
            throw Refusal.usage(
                    "There is nothing in %s.".formatted(what.equals(STANDARD_INPUT) ? "standard input" : what));
        }
        return sql;
    }
}
