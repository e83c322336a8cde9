package io.aifactory.bench.catalogue;

import io.aifactory.bench.catalogue.CatalogueReport.Times;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.bench.lake.Limits;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a large catalogue answers. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Measure listing, search, detail and lineage of many datasets over REST, with sign-in.",
        footer = {
            "",
            "Examples:",
            "  ./factory bench catalogue",
            "  ./factory bench catalogue --datasets 50000 --versions 5 --json"
        })
public final class Catalogue implements Callable<Integer> {

    @Option(names = "--datasets", paramLabel = "N", description = "Registered datasets. Default: 10000.")
    private int datasets = 10_000;

    @Option(names = "--versions", paramLabel = "V", description = "Versions of each. Default: 3.")
    private int versions = 3;

    @Option(names = "--requests", paramLabel = "R", description = "Requests of each kind. Default: 1000.")
    private int requests = 1_000;

    @Option(names = "--seed", paramLabel = "S", description = "Decides what is asked for. Default: 1.")
    private long seed = 1;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        CataloguePlan plan = plan();
        try (var site = new LakeSite(Limits.DEFAULT)) {
            output.progress("PostgreSQL, the bus and the lake service start in " + site.folder());
            site.open();
            var report = new CatalogueBench(site, plan, output::progress).run();
            output.answer(report, lines(report));
            return ExitCode.DONE.code();
        }
    }

    private CataloguePlan plan() {
        try {
            return new CataloguePlan(datasets, versions, requests, seed);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> lines(CatalogueReport report) {
        var lines = new ArrayList<String>();
        lines.add("%d cores; %d datasets, %d versions; %d requests of each kind"
                .formatted(report.cores(), report.datasets(), report.versions(), report.requests()));
        lines.add("");
        var table = Table.of("question", "p50 ms", "p99 ms");
        row(table, "listing", report.listing());
        row(table, "search", report.search());
        row(table, "detail", report.detail());
        row(table, "lineage", report.lineage());
        lines.addAll(table.lines());
        return lines;
    }

    private static void row(Table table, String question, Times times) {
        table.row(question, "%.1f".formatted(times.p50Millis()), "%.1f".formatted(times.p99Millis()));
    }
}
