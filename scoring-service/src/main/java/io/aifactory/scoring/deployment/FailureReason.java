package io.aifactory.scoring.deployment;

/** Why a model can't answer, fit to be stored and told: its reason may quote what a broken file holds. */
final class FailureReason {

    private static final int LONGEST = 1000;

    private FailureReason() {}

    static String of(RuntimeException cause) {
        // the database stores no NUL, and an event has to fit into a message
        String told = String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
    }
}
