package io.aifactory.local.sharing;

import picocli.CommandLine.Command;

/** Accepts an offer. */
@Command(name = "accept", description = "Accept an offer, as somebody in the core team.")
final class Accept extends Deciding {

    Accept() {
        super("accept", "accepted");
    }
}
