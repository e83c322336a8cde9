package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a model of a project by its lake folder: two digits, a name, and the kind of learning, for instance
 * {@code 11_diabetes_model_reg}.
 *
 * @param value the folder name
 */
public record ModelName(
        @JsonValue @Matches(ModelName.PATTERN) String value) {

    static final String PATTERN = "\\d{2}_[a-z0-9_]{1,40}_(clas|reg)";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ModelName {
        Names.require(
                "model", value, FORM, "two digits, a lower-case name and _clas or _reg, such as 11_diabetes_model_reg");
    }

    /** Returns the number that is unique among the models of a project. */
    public int number() {
        return Integer.parseInt(value.substring(0, 2));
    }

    /** Returns the short name, such as {@code M11}. */
    public String alias() {
        return "M" + value.substring(0, 2);
    }

    /** Returns what the model learns, as its name ends. */
    public MlType mlType() {
        return value.endsWith("_clas") ? MlType.CLASSIFICATION : MlType.REGRESSION;
    }

    @Override
    public String toString() {
        return value;
    }
}
