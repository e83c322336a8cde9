package io.aifactory.local.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.aifactory.local.home.Json;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Where a verb's answer goes. The answer alone is printed to standard output; what happens meanwhile goes to standard error,
 * so that {@code --json} can be piped.
 */
public final class Output {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Option(names = "--json", description = "Print the answer as JSON, for machines.")
    private boolean json;

    /** Returns whether the answer has to be JSON. */
    public boolean json() {
        return json;
    }

    /** Prints the answer: as JSON when that was asked for, else as the lines given. */
    public void answer(Object document, Iterable<String> lines) {
        if (json) {
            OUT.println(pretty(document));
        } else {
            lines.forEach(OUT::println);
        }
    }

    /** Prints the answer as a table, or says that there is nothing. */
    public void answer(Object document, Table table, String nothing) {
        answer(document, table.isEmpty() ? List.of(nothing) : table.lines());
    }

    /** Prints one JSON document on one line. */
    public void jsonLine(Object document) {
        try {
            OUT.println(Json.MAPPER.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a line of the answer to people. */
    public void line(String line) {
        OUT.println(line);
    }

    /** Prints a text that is the answer, as it is. */
    public void text(String text) {
        OUT.print(text);
        OUT.flush();
    }

    /** Tells a person what is going on. */
    public void progress(String line) {
        ERR.println(line);
    }

    private static String pretty(Object document) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
