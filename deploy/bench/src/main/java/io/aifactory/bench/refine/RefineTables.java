package io.aifactory.bench.refine;

import io.aifactory.bench.refine.RefineReport.Case;
import io.aifactory.bench.refine.RefineReport.Figures;
import io.aifactory.bench.refine.RefineReport.Spread;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as people read it. */
final class RefineTables {

    private final RefineReport report;

    RefineTables(RefineReport report) {
        this.report = report;
    }

    List<String> lines() {
        var machine = report.machine();
        var lines = new ArrayList<String>();
        lines.add("%d cores, %s, %s; each engine may use %d MB and %d threads; the factory's is %s; Spark beside it: %s"
                .formatted(
                        machine.cores(),
                        machine.system(),
                        machine.jdk(),
                        report.limits().megabytes(),
                        report.limits().threads(),
                        report.engine(),
                        report.spark()));
        lines.add("");
        lines.addAll(efforts().lines());
        lines.add("");
        lines.addAll(ratios().lines());
        lines.add("");
        lines.add("ten times as many datasets of the same rows: time per row %s; measured for %.0f s"
                .formatted(
                        report.perTenfold() == null ? "not compared" : "x " + fine(report.perTenfold()),
                        report.seconds()));
        return lines;
    }

    private Table efforts() {
        var table = Table.of(
                "datasets",
                "rows",
                "MB",
                "way",
                "s",
                "rows/s",
                "bronze s",
                "silver s",
                "gold s",
                "split s",
                "fingerprint s",
                "processor s",
                "peak MB");
        for (Case each : report.cases()) {
            row(table, each, "factory", each.factory());
            row(table, each, "bare engine", each.bare());
            if (each.spark() != null) {
                row(table, each, "spark", each.spark());
            }
        }
        return table;
    }

    private static void row(Table table, Case each, String way, Figures figures) {
        table.row(
                each.datasets(),
                each.rows(),
                "%.0f".formatted(each.megabytes()),
                way,
                fine(figures.seconds()),
                "%.0f".formatted(figures.rowsPerSecond()),
                fine(figures.phases().get(Phase.BRONZE)),
                fine(figures.phases().get(Phase.SILVER)),
                fine(figures.phases().get(Phase.GOLD)),
                fine(figures.phases().get(Phase.SPLIT)),
                fine(figures.phases().get(Phase.FINGERPRINT)),
                fine(figures.processorSeconds()),
                figures.peakMegabytes() == null ? "" : "%.0f".formatted(figures.peakMegabytes()));
    }

    private Table ratios() {
        var table = Table.of("datasets", "ratio", "median", "min", "max");
        for (Case each : report.cases()) {
            row(table, each, "to the bare engine", each.ratioToBareEngine());
            row(table, each, "of processor time", each.processorRatioToBareEngine());
            row(table, each, "to Spark", each.ratioToSpark());
        }
        return table;
    }

    private static void row(Table table, Case each, String what, @Nullable Spread ratio) {
        if (ratio != null) {
            table.row(each.datasets(), what, fine(ratio.median()), fine(ratio.min()), fine(ratio.max()));
        }
    }

    private static String fine(@Nullable Double value) {
        return value == null ? "" : "%.2f".formatted(value);
    }
}
