package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a dataset of a model: a source dataset such as {@code ds01_measurements}, or {@link #GOLD} for the merged one.
 *
 * @param value the folder name
 */
public record DatasetName(
        @JsonValue @Matches(DatasetName.PATTERN) String value) {

    static final String PATTERN = "ds\\d{2}_[a-z0-9_]{1,40}|gold";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    /** The dataset that merges all source datasets of a model. */
    public static final DatasetName GOLD = new DatasetName("gold");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DatasetName {
        Names.require("dataset", value, FORM, "'ds', two digits and a lower-case name, such as ds01_diabetes");
    }

    @Override
    public String toString() {
        return value;
    }
}
