package io.aifactory.bench.events;

/** A way from publication to handling. */
interface Route {

    /** Sends all events of a batch, noting when each was published. Does not wait until they are handled. */
    void carry(Batch batch) throws InterruptedException;
}
