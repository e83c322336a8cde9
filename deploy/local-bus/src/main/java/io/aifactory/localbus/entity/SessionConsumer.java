package io.aifactory.localbus.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receiver of one session at a time: it asks for a session, gets it to itself, and then its messages in order. */
public interface SessionConsumer extends Consumer {

    /** The session it asks for; none for whichever is free and has messages. */
    @Nullable
    String wantedSession();

    /** Who it belongs to: only the same may renew the lock of its session or note something about it. */
    Object client();

    /** Until when it waits for a free session. */
    Instant waitsUntil();

    /** It has the session from now on. */
    void granted(String session, Instant lockedUntil);

    /** It does not get a session. */
    void refused(SessionUnavailable reason);

    /** Its lock on the session has run out. */
    void lost();
}
