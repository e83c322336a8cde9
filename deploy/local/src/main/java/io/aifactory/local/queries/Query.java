package io.aifactory.local.queries;

import io.aifactory.local.terminal.VerbGroup;
import picocli.CommandLine.Command;

/** What a project refines its data with. */
@Command(
        name = "query",
        synopsisSubcommandLabel = "VERB",
        description = {
            "Refine a project's data with SQL of its own: from bronze to silver, for a dataset, or from silver to gold, without one.",
            "",
            "With --dataset the query reads the table bronze, whose columns are text, and its rows become silver.",
            "Without, it reads tables called like the model's datasets, and its rows become gold."
        },
        subcommands = {ShowQuery.class, SetQuery.class, TryQuery.class, RemoveQuery.class},
        footer = {
            "",
            "Examples:",
            "  ./factory query try project001 11_diabetes_model_reg silver.sql --dataset ds01_measurements",
            "  ./factory query set project001 11_diabetes_model_reg silver.sql --dataset ds01_measurements --as bo@contoso.com",
            "  ./factory query show project001 11_diabetes_model_reg > gold.sql",
            "  ./factory query remove project001 11_diabetes_model_reg --env test --as bo@contoso.com"
        })
public final class Query extends VerbGroup {}
