package io.aifactory.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.rest.ServicesAtHand;
import io.aifactory.local.terminal.Complaints;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests for {@link Datasets}, {@link Dataset}, {@link Diff} and {@link Retention}. */
class DatasetsTests {

    private static final String SILVER = "/projects/project001/models/11_x_reg/datasets/ds01_a/silver/";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private ServicesAtHand services;

    @BeforeEach
    void serve() throws IOException {
        System.setProperty("factory.home", folder.toString());
        services = new ServicesAtHand(new FactoryHome(folder, folder));
    }

    @AfterEach
    void end() {
        services.close();
        System.clearProperty("factory.home");
    }

    @Test
    void searchesAllProjectsUnlessOneIsNamed() {
        services.with("/datasets", "{\"datasets\":[],\"next\":null}").with("/projects/project001/datasets", "[]");

        assertThat(run(new Datasets(), "--search", "blood pressure", "--limit", "7"))
                .isZero();
        assertThat(run(new Datasets(), "project001", "--as-of", "2026-11-20")).isZero();

        assertThat(services.asked())
                .containsExactly(
                        "GET /datasets?limit=7&search=blood%20pressure&latest=true ",
                        "GET /projects/project001/datasets?asOf=2026-11-20&latest=true ");
    }

    @Test
    void pagesAreForAllProjectsOnly() {
        assertThat(run(new Datasets(), "project001", "--limit", "7")).isEqualTo(2);
        assertThat(run(new Datasets(), "--dataset", "ds01_a")).isEqualTo(2);
        assertThat(services.asked()).isEmpty();
    }

    @Test
    void asksForTheVersionThatIsMeant() {
        services.with(SILVER + "dev/versions/2", "{}").with(SILVER + "prod/versions/latest", "{}");

        assertThat(run(new Dataset(), "project001", "11_x_reg", "ds01_a", "silver", "--version", "2"))
                .isZero();
        assertThat(run(
                        new Dataset(),
                        "project001",
                        "11_x_reg",
                        "ds01_a",
                        "silver",
                        "--env=prod",
                        "--as-of=2026-11-20",
                        "--to-score"))
                .isZero();
        assertThat(run(
                        new Dataset(),
                        "project001",
                        "11_x_reg",
                        "ds01_a",
                        "silver",
                        "--version=2",
                        "--as-of=2026-11-20"))
                .isEqualTo(2);
        assertThat(services.lastQuery()).isEqualTo("asOf=2026-11-20&toScore=true");
    }

    @Test
    void tellsAPersonWhatIsInAVersionAndObeysNothingInIt() throws IOException {
        var detail = Json.MAPPER.readTree("""
                {"registryName": "M11_GOLD_TEST", "environment": "dev", "version": 3, "rows": 88, "badRows": 0,
                 "savedAt": "2026-11-20T10:15:30Z", "phase": "production", "state": "available", "path": "p/v3/x.parquet",
                 "tags": {"split_percentage": "0.2002"},
                 "inputs": [{"dataset": "gold", "layer": "gold", "version": 3}],
                 "schemaChange": {"since": 2, "added": [{"name": "bmi", "type": "DOUBLE"}], "removed": [],
                     "retyped": [{"name": "age", "from": "VARCHAR", "to": "BIGINT"}]},
                 "columns": [{"name": "age", "type": "BIGINT", "nulls": 1, "distinct": 60, "min": "18", "max": "90",
                     "mean": 44.51239, "standardDeviation": null}],
                 "sample": [["41"], ["\\u001b[2J"], [null]]}""");

        assertThat(String.join("\n", Dataset.lines(detail, true)))
                .contains(
                        "M11_GOLD_TEST in dev, version 3: 88 rows, 0 bad rows",
                        "split_percentage=0.2002",
                        "gold gold version 3",
                        "since version 2: bmi (DOUBLE) added, age was VARCHAR and is BIGINT",
                        "44.5124",
                        "41",
                        " [2J")
                .doesNotContain("\u001b");
        assertThat(String.join("\n", Dataset.lines(detail, false))).doesNotContain("[2J");
    }

    @Test
    void tellsAPersonWhatDiffers() throws IOException {
        services.with(SILVER + "dev/diff", "{}");
        var diff = Json.MAPPER.readTree("""
                {"from": {"version": 1, "rows": 50}, "to": {"registryName": "M11_GOLD", "version": 2, "rows": 60},
                 "schemaChange": {"since": 1, "added": [], "removed": [], "retyped": []},
                 "columns": [{"name": "age", "from": {"mean": 44.5, "nulls": 0}, "to": {"mean": 45.5, "nulls": 0}}],
                 "rows": {"key": ["id"], "changes": {"added": 10, "removed": 0, "changed": 1, "unchanged": 49,
                     "examples": [{"kind": "CHANGED", "key": ["7"],
                         "cells": [{"column": "age", "before": null, "after": "41"}]}]}}}""");

        assertThat(run(new Diff(), "project001", "11_x_reg", "ds01_a", "silver", "--from=1", "--to=2"))
                .isZero();
        assertThat(services.lastQuery()).isEqualTo("from=1&to=2");
        assertThat(String.join("\n", Diff.lines(diff)))
                .contains(
                        "columns  as in version 1",
                        "10 added, 0 removed, 1 changed, 49 unchanged by id",
                        "44.5000 → 45.5000",
                        "changed  7  age – → 41");
        assertThat(Diff.lines(Json.MAPPER.readTree("{\"rowsNotCompared\": \"the files of one of them were removed\"}")))
                .anyMatch(line -> line.contains("not compared: the files of one of them were removed"));
    }

    @Test
    void showsWhatWouldBeRemoved() {
        services.with("/retention/plan", "{\"versions\":[],\"held\":[]}");

        assertThat(run(new Retention(), "--limit", "5")).isZero();
        assertThat(services.lastQuery()).isEqualTo("limit=5");
    }

    private int run(Callable<Integer> verb, String... arguments) {
        var complaints = new Complaints();
        return new CommandLine(verb)
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
