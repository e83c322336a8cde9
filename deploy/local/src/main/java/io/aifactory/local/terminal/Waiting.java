package io.aifactory.local.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again and again until there is an answer; a part of the factory that does not answer meanwhile is waited for too. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Duration limit;
    private final Runnable betweenTries;
    private final String hint;

    private Waiting(Duration limit, Runnable betweenTries, String hint) {
        this.limit = limit;
        this.betweenTries = betweenTries;
        this.hint = hint;
    }

    /** Returns a wait that gives up after the given time. */
    public static Waiting atMost(Duration limit) {
        return new Waiting(limit, () -> {}, "");
    }

    /** Returns the same wait, doing something each time before it asks again. */
    public Waiting doing(Runnable action) {
        return new Waiting(limit, action, hint);
    }

    /** Returns the same wait, saying the given sentence too when it gives up. */
    public Waiting hinting(String sentence) {
        return new Waiting(limit, betweenTries, " " + sentence);
    }

    /**
     * Returns the first answer.
     *
     * @throws Refusal when the time is over, naming what was waited for and what was in the way last
     */
    public <T> T until(String awaited, Supplier<Optional<T>> question) {
        var deadline = System.nanoTime() + limit.toNanos();
        var obstacle = "";
        while (System.nanoTime() < deadline) {
            try {
                var answer = question.get();
                if (answer.isPresent()) {
                    return answer.get();
                }
                obstacle = "";
            } catch (Refusal e) {
                obstacle = tolerated(e);
            }
            pause(PAUSE);
            betweenTries.run();
        }
        throw Refusal.of("Waited %d s in vain for %s.%s%s".formatted(limit.toSeconds(), awaited, obstacle, hint));
    }

    /** Does nothing for a while. */
    public static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    private static String tolerated(Refusal refusal) {
        if (refusal.exitCode() != ExitCode.UNREACHABLE) {
            throw refusal;
        }
        return " Last: " + refusal.getMessage();
    }
}
