package io.aifactory.lake.dataset;

import java.util.function.Consumer;

/**
 * What is saved together.
 *
 * @param send sends the files of all drafts that are to be placed as things stand, before the transaction: it may take hours
 * @param save places and announces what is new, within the transaction
 */
public record Step(Consumer<Sending> send, Consumer<Saving> save) {

    /** Returns a step that has no files. */
    public static Step withoutFiles(Consumer<Saving> save) {
        return new Step(sending -> {}, save);
    }
}
