package io.aifactory.local.demo;

import io.aifactory.local.terminal.Output;

/** Tells the story as it happens, each line with the time since the beginning. */
final class Narrator {

    private final Output output;
    private final long begun = System.nanoTime();

    Narrator(Output output) {
        this.output = output;
    }

    void chapter(String title) {
        output.line("");
        output.line(title);
    }

    /** Says a finished text, or one with places for the values. */
    void say(String line, Object... values) {
        output.line("%7.1f s  %s".formatted(seconds(), worded(line, values)));
    }

    static String worded(String line, Object... values) {
        return values.length == 0 ? line : line.formatted(values);
    }

    void plain(Iterable<String> lines) {
        lines.forEach(line -> output.line("    " + line));
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
