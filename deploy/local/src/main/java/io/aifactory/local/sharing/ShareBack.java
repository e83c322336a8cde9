package io.aifactory.local.sharing;

import io.aifactory.local.terminal.VerbGroup;
import picocli.CommandLine.Command;

/** What projects give back to master. */
@Command(
        name = "share-back",
        synopsisSubcommandLabel = "VERB",
        description = {
            "Give the silver of a project's dataset back to master: the project's lead offers, the core team decides.",
            "",
            "From the consent on every new version is committed to a table of master. ./factory revoke withdraws the offer."
        },
        subcommands = {Offer.class, Offers.class, Accept.class, Decline.class},
        footer = {
            "",
            "Examples:",
            "  ./factory share-back offer project001 --model 11_diabetes_model_reg --dataset ds01_measurements \\",
            "      --to master/se/sap_patients/ds01_diabetes --reason 'cleaned, of use to all' --as ann@contoso.com",
            "  ./factory share-back list",
            "  ./factory share-back accept bck-5b0c77aa91fe --reason welcome"
        })
public final class ShareBack extends VerbGroup {}
