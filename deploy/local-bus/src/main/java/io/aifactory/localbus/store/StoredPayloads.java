package io.aifactory.localbus.store;

import java.util.Objects;
import org.h2.mvstore.MVMap;

/** Payloads by number, each kept for as long as a message refers to it. */
final class StoredPayloads {

    private final MVMap<Long, byte[]> payloads;
    private final PayloadReferences references = new PayloadReferences();

    StoredPayloads(MVMap<Long, byte[]> payloads) {
        this.payloads = payloads;
    }

    void save(long number, byte[] payload) {
        payloads.put(number, payload);
    }

    byte[] get(long number) {
        return Objects.requireNonNull(payloads.get(number), () -> "Payload " + number + " is gone");
    }

    void retain(long number) {
        references.retain(number);
    }

    void release(long number) {
        if (references.release(number)) {
            payloads.remove(number);
        }
    }
}
