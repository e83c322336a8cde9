package io.aifactory.lake.lineage.openlineage;

import org.jspecify.annotations.Nullable;

/** No event can be sent at the moment. */
final class TransportUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransportUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
