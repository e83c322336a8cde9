package io.aifactory.scoring.scored;

import io.aifactory.contracts.events.InvalidName;
import java.util.regex.Pattern;

/**
 * Who asked for scores, as they call themselves: letters, digits and {@code ._@-}. It stands in file names.
 *
 * @param value the id
 */
public record CallerId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    /** Stands for a dataset that came to be scored by itself. */
    public static final CallerId BATCH = new CallerId("batch");

    public CallerId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidName(
                    "caller id", value, "1 to 100 letters, digits and ._@-, beginning with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
