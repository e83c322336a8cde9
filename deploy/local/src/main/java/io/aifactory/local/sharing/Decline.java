package io.aifactory.local.sharing;

import picocli.CommandLine.Command;

/** Declines an offer. */
@Command(name = "decline", description = "Decline an offer, as somebody in the core team.")
final class Decline extends Deciding {

    Decline() {
        super("decline", "declined");
    }
}
