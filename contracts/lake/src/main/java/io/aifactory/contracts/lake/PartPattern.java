package io.aifactory.contracts.lake;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form: literal text, with at most one named value in it.
 *
 * @param pattern what the part has to match
 * @param value the name of the value; absent for a literal part
 * @param expected the part in words
 */
record PartPattern(Pattern pattern, @Nullable String value, String expected) {

    private static final Pattern PLACEHOLDER = Pattern.compile("(.*)\\{(\\w+)}(.*)");

    private static final Map<String, Value> VALUES = Map.ofEntries(
            Map.entry("project", new Value("project\\d{3}", "a project such as project001")),
            Map.entry(
                    "model", new Value("\\d{2}_[a-z0-9_]{1,40}_(?:clas|reg)", "a model such as 11_diabetes_model_reg")),
            Map.entry("dataset", new Value("ds\\d{2}_[a-z0-9_]{1,40}", "a source dataset such as ds01_diabetes")),
            Map.entry("environment", new Value("dev|test|prod", "dev, test or prod")),
            Map.entry("layer", new Value("bronze|silver", "bronze or silver")),
            Map.entry("year", new Value("\\d{4}", "a year of four digits")),
            Map.entry("month", new Value("\\d{2}", "a month of two digits")),
            Map.entry("day", new Value("\\d{2}", "a day of two digits")),
            Map.entry("number", new Value(Names.NUMBER, "a model version such as 0")),
            Map.entry("version", new Value("[1-9]\\d{0,8}", "a version such as 1")),
            Map.entry("edition", new Value("v[1-9]\\d{0,8}|1_latest|" + Names.RUN, "a version or a run id")),
            Map.entry("run", new Value(Names.RUN, Names.EXPECTED_RUN)),
            Map.entry("build", new Value(Names.BUILD, Names.EXPECTED_BUILD)),
            Map.entry("caller", new Value(Names.CALLER, Names.EXPECTED_CALLER)),
            Map.entry("parent", new Value(Names.MASTER, Names.EXPECTED_MASTER)),
            Map.entry("master", new Value(Names.MASTER, Names.EXPECTED_MASTER)),
            Map.entry("file", new Value(Names.FILE, Names.EXPECTED_FILE)));

    private record Value(String pattern, String expected) {}

    static PartPattern of(String part) {
        Matcher placeholder = PLACEHOLDER.matcher(part);
        if (!placeholder.matches()) {
            return new PartPattern(Pattern.compile(Pattern.quote(part)), null, "'%s'".formatted(part));
        }
        String name = placeholder.group(2);
        Value value = VALUES.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value is called " + name);
        }
        String before = placeholder.group(1);
        String after = placeholder.group(3);
        String pattern = Pattern.quote(before) + "(" + value.pattern + ")" + Pattern.quote(after);
        return new PartPattern(Pattern.compile(pattern), name, describe(before, value, after));
    }

    boolean matches(String part, Captures captures) {
        Matcher matcher = pattern.matcher(part);
        return matcher.matches() && (value == null || captures.add(value, matcher.group(1)));
    }

    private static String describe(String before, Value value, String after) {
        String shown = before.isEmpty() ? value.expected : "'%s' and %s".formatted(before, value.expected);
        return after.isEmpty() ? shown : "%s and '%s'".formatted(shown, after);
    }
}
