package io.aifactory.bench.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.local.home.Json;
import java.util.function.Consumer;

/** A short run of the benchmark. */
public final class CatalogueRun {

    private CatalogueRun() {}

    /** Returns what it says of that many datasets. */
    public static JsonNode of(LakeSite site, int datasets, Consumer<String> progress) throws InterruptedException {
        var plan = new CataloguePlan(datasets, 2, 20, 1);
        return Json.MAPPER.valueToTree(new CatalogueBench(site, plan, progress).run());
    }
}
