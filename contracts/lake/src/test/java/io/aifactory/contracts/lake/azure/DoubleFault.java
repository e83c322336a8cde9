package io.aifactory.contracts.lake.azure;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong with requests of a kind, a given number of times. */
final class DoubleFault {

    /** How it goes wrong. */
    enum Kind {
        /** 503 ServerBusy, before anything is done. */
        BUSY,
        /** 403 AuthorizationPermissionMismatch. */
        DENIED,
        /** The connection is cut before anything is done. */
        CUT_REQUEST,
        /** It is done, and the connection is cut before the answer. */
        CUT_ANSWER,
        /** The connection is cut in the middle of the answer's body. */
        CUT_BODY,
        /** No answer comes. */
        SILENCE
    }

    private final String request;
    private final Kind kind;
    private final AtomicInteger left;

    DoubleFault(String request, Kind kind, int times) {
        this.request = request;
        this.kind = kind;
        this.left = new AtomicInteger(times);
    }

    Kind kind() {
        return kind;
    }

    boolean strikes(DoubleRequest asked) {
        return asked.name().equals(request) && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
}
