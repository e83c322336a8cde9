package io.aifactory.local.deadletters;

import io.aifactory.local.terminal.VerbGroup;
import picocli.CommandLine.Command;

/** What no service could handle. */
@Command(
        name = "dead-letters",
        synopsisSubcommandLabel = "VERB",
        description = {
            "Show the events and messages no service could handle, and resubmit or discard them.",
            "",
            "A dead letter holds back nobody. Resubmitted, it is handled again before all later ones of its project that still wait.",
            "Every act is recorded with who and when; acting twice does no harm."
        },
        subcommands = {LettersList.class, Groups.class, Show.class, Resubmit.class, Discard.class},
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters groups",
            "  ./factory dead-letters list --project project001",
            "  ./factory dead-letters show lake-service/42",
            "  ./factory dead-letters resubmit --group 3f9a1c7e02bd",
            "  ./factory dead-letters discard lake-service/42 --reason 'the file was a test'"
        })
public final class DeadLetters extends VerbGroup {}
