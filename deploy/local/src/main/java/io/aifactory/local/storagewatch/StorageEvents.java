package io.aifactory.local.storagewatch;

/** Where storage events go. */
interface StorageEvents {

    /** Returns once the event was accepted, or throws and it was not. */
    void send(StorageEvent event);
}
