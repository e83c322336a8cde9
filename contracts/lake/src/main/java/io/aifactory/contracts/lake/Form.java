package io.aifactory.contracts.lake;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One form of a path: a template of parts, such as {@code projects/{project}/{model}}, and what a path of this form
 * stands for.
 */
final class Form {

    private final List<PartPattern> parts;
    private final Function<Captures, LakePath> meaning;

    Form(String template, Function<Captures, LakePath> meaning) {
        String spelled = template.replace("{date}", "{year}/{month}/{day}");
        this.parts = Arrays.stream(spelled.split("/")).map(PartPattern::of).toList();
        this.meaning = meaning;
    }

    /**
     * How far a path follows a form.
     *
     * @param path what it stands for, if it follows to the end
     * @param matchedParts how many of its parts follow
     * @param expected what should stand there instead of, or after, the rest
     */
    record Match(@Nullable LakePath path, int matchedParts, String expected) {}

    Match match(String[] candidate) {
        var captures = new Captures();
        int shared = Math.min(candidate.length, parts.size());
        for (int i = 0; i < shared; i++) {
            if (!parts.get(i).matches(candidate[i], captures)) {
                return new Match(null, i, parts.get(i).expected());
            }
        }
        if (candidate.length > shared) {
            return new Match(null, shared, "the end");
        }
        return parts.size() > shared
                ? new Match(null, shared, parts.get(shared).expected())
                : new Match(meaning.apply(captures), shared, "");
    }
}
