package io.aifactory.bench.refine;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.bench.lake.Limits;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.local.home.Json;
import java.util.List;
import java.util.function.Consumer;

/** A short run of the benchmark. */
public final class RefineRun {

    private RefineRun() {}

    /** Returns what it says of that many rows in one dataset and in two. */
    public static JsonNode of(LakeSite site, Limits limits, long rows, Consumer<String> progress) {
        var plan = new RefinePlan(rows, List.of(1, 2), 1, limits, 1, EngineChoice.AUTOMATIC, null);
        RefineReport report = new RefineBench(site, plan, progress).run();
        new RefineTables(report).lines().forEach(progress);
        return Json.MAPPER.valueToTree(report);
    }
}
