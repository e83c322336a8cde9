package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.access.Problem;

/** It is not said which dead letters are meant. All of them have to be asked for in so many words. */
final class NoDeadLettersChosen extends Problem {

    private static final long serialVersionUID = 1L;

    NoDeadLettersChosen() {
        super(
                Kind.INVALID,
                "no-dead-letters-chosen",
                "say which dead letters are meant: a group, a type or a project, or \"all\": true");
    }
}
