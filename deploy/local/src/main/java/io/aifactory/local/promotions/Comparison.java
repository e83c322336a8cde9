package io.aifactory.local.promotions;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import java.util.stream.Collectors;

/** How a challenger did against the champion, on one line. */
public final class Comparison {

    private Comparison() {}

    /** Returns each metric compared, with both values and whether it passed. */
    public static String of(JsonNode promotion) {
        return Fields.items(promotion.path("comparison")).stream()
                .map(Comparison::metric)
                .collect(Collectors.joining("; "));
    }

    private static String metric(JsonNode one) {
        var champion =
                one.hasNonNull("champion") ? " against " + Fields.number(one.path("champion")) : ", no champion yet";
        var verdict = one.path("passed").asBoolean() ? "passed" : "failed";
        return "%s %s%s: %s"
                .formatted(Fields.text(one, "metric"), Fields.number(one.path("challenger")), champion, verdict);
    }
}
