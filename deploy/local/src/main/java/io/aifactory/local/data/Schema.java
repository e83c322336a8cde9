package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.terminal.Fields;
import java.util.ArrayList;

/** How columns changed, on one line. */
final class Schema {

    private Schema() {}

    static String changed(JsonNode change) {
        if (change.isMissingNode() || change.isNull()) {
            return "of the first version";
        }
        var changes = new ArrayList<String>();
        change.path("added").forEach(column -> changes.add("%s added".formatted(named(column))));
        change.path("removed").forEach(column -> changes.add("%s removed".formatted(named(column))));
        change.path("retyped")
                .forEach(column -> changes.add("%s was %s and is %s"
                        .formatted(Values.of(column, "name"), Fields.text(column, "from"), Fields.text(column, "to"))));
        var since = "since version " + Fields.text(change, "since");
        return changes.isEmpty()
                ? "as in version " + Fields.text(change, "since")
                : since + ": " + String.join(", ", changes);
    }

    private static String named(JsonNode column) {
        return "%s (%s)".formatted(Values.of(column, "name"), Fields.text(column, "type"));
    }
}
