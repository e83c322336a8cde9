package io.aifactory.lake.lineage;

import io.aifactory.contracts.access.Problem;
import java.util.ArrayList;
import java.util.List;

/** What was asked for is written in none of the forms a node may be written in. */
final class LineageNodeUnreadable extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 120;

    LineageNodeUnreadable(String text, String reason) {
        super(
                Kind.MALFORMED,
                "lineage-node-unreadable",
                "'%s' names nothing that has lineage: %s".formatted(shown(text), reason),
                reasons(reason));
    }

    private static List<String> reasons(String reason) {
        var reasons = new ArrayList<>(List.of(reason));
        NodeQuery.FORMS.forEach(form -> reasons.add("it may be " + form));
        return reasons;
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "…";
    }
}
