package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a project by its lake folder: {@code project} and three digits, for instance {@code project001}.
 *
 * @param value the folder name
 */
public record ProjectId(
        @JsonValue @Matches(ProjectId.PATTERN) String value) {

    static final String PATTERN = "project\\d{3}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectId {
        Names.require("project", value, FORM, "'project' and three digits, such as project001");
    }

    /** Returns the project with the given number, 1 to 999. */
    public static ProjectId of(int number) {
        return new ProjectId("project%03d".formatted(number));
    }

    /** Returns the project's number. */
    public int number() {
        return Integer.parseInt(value.substring("project".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
