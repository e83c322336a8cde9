package io.aifactory.lake.dataset;

import io.aifactory.contracts.lake.ModelZone;
import java.util.Map;
import java.util.TreeMap;

/** What is said about a version in names and values, for people and for the search. */
final class Tags {

    private Tags() {}

    /** Returns the draft's own tags, with those that follow from its table and the run. */
    static Map<String, String> of(Draft draft, String runId) {
        TableId table = draft.table();
        var tags = new TreeMap<>(draft.tags());
        tags.put("model", table.zone().model().alias());
        tags.put("run", runId);
        if (table.day() != null) {
            tags.put("date_folder", table.day().toString());
        }
        if (table.zone() instanceof ModelZone.Inference inference) {
            tags.put("model_version", String.valueOf(inference.modelVersion()));
        }
        if (table.isForResearch()) {
            tags.put("phase", table.phase().label());
        }
        return tags;
    }
}
