package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Case;
import io.aifactory.bench.events.Report.Figures;
import io.aifactory.bench.events.Report.Grown;
import io.aifactory.bench.events.Report.PerTenfold;
import io.aifactory.bench.events.Report.Point;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report as people read it. */
final class Tables {

    private final Report report;

    Tables(Report report) {
        this.report = report;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.addAll(ground());
        lines.add("");
        lines.addAll(throughput().lines());
        lines.add("");
        lines.addAll(ratios().lines());
        lines.add("");
        lines.addAll(singles().lines());
        lines.add("");
        lines.addAll(growth().lines());
        lines.add("");
        lines.add("the relay drains %d rows at %.0f rows/s; handled more than once: %d; measured for %.0f s"
                .formatted(
                        report.relayDrain().rows(),
                        report.relayDrain().rowsPerSecond(),
                        report.repeats(),
                        report.seconds()));
        return lines;
    }

    private List<String> ground() {
        var machine = report.machine();
        var sizes = report.sizes();
        return List.of(
                "%d cores, %s, %s; 4 KB are on the disk after %.0f us (%.0f to %.0f)"
                        .formatted(
                                machine.cores(),
                                machine.system(),
                                machine.jdk(),
                                machine.syncMicros().median(),
                                machine.syncMicros().min(),
                                machine.syncMicros().max()),
                "measuring JVM: " + machine.jvmOptions(),
                "warm-up of %d events, %d events a round, %d rounds on each way, %d publishers, %d single events, %d entries of a waiting inbox"
                        .formatted(
                                sizes.warmUp(),
                                sizes.events(),
                                sizes.rounds(),
                                sizes.publishers(),
                                sizes.singles(),
                                sizes.sample()));
    }

    private Table throughput() {
        var table = Table.of(
                "projects", "way", "events/s", "p50 ms", "p99 ms", "jvm us/event", "bus us/event", "postgres us/event");
        for (Case each : report.throughput()) {
            row(table, each.projects(), "own", each.own());
            row(table, each.projects(), "bare", each.bare());
        }
        return table;
    }

    private static void row(Table table, int projects, String way, Figures figures) {
        var processors = Optional.ofNullable(figures.processorMicrosPerEvent());
        table.row(
                projects,
                way,
                whole(figures.eventsPerSecond()),
                fine(figures.p50Millis()),
                fine(figures.p99Millis()),
                processors.map(each -> whole(each.jvm())).orElse(""),
                processors.map(each -> whole(each.bus())).orElse(""),
                processors.map(each -> whole(each.postgres())).orElse(""));
    }

    private Table ratios() {
        var table = Table.of("projects", "ratio to bare client", "min", "max");
        report.throughput().forEach(each -> {
            var ratio = each.ratioToBareClient();
            table.row(each.projects(), fine(ratio.median()), fine(ratio.min()), fine(ratio.max()));
        });
        return table;
    }

    private Table singles() {
        var single = report.single();
        return Table.of("one event at a time", "p50 ms", "p99 ms")
                .row("own", fine(single.own().p50Millis()), fine(single.own().p99Millis()))
                .row("bare", fine(single.bare().p50Millis()), fine(single.bare().p99Millis()));
    }

    private Table growth() {
        var table = Table.of("what waits", "rows", "us/row", "heap MB", "resident MB");
        report.growth().forEach((what, grown) -> rows(table, what, grown));
        return table;
    }

    private static void rows(Table table, String what, Grown grown) {
        for (Point point : grown.points()) {
            table.row(
                    what,
                    point.waiting(),
                    fine(point.microsPerRow()),
                    fine(point.heapMegabytes()),
                    fine(point.residentMegabytes()));
        }
        PerTenfold factors = grown.perTenfold();
        table.row(
                what,
                "ten times",
                times(factors.microsPerRow()),
                times(factors.heapMegabytes()),
                times(factors.residentMegabytes()));
    }

    private static String whole(double value) {
        return "%.0f".formatted(value);
    }

    private static String fine(@Nullable Double value) {
        return value == null ? "" : "%.2f".formatted(value);
    }

    private static String times(@Nullable Double factor) {
        return factor == null ? "" : "x %.2f".formatted(factor);
    }
}
