package io.aifactory.bench.faults;

import java.util.Optional;

/** Asks for steps at a given rate, or as fast as earlier ones are handled, with a bounded number on their way. */
final class Pacing implements Driver.Pace {

    /** About two thousand events. */
    private static final long EFFECTS_ON_THEIR_WAY = 4_400;

    private final Optional<Double> stepsPerSecond;
    private final long begin = System.nanoTime();
    private volatile long seen;

    Pacing(Optional<Double> stepsPerSecond) {
        this.stepsPerSecond = stepsPerSecond;
    }

    void seen(long effects) {
        seen = effects;
    }

    @Override
    public boolean allows(int accepted, long effects) {
        return stepsPerSecond
                .map(rate -> accepted < rate * (System.nanoTime() - begin) / 1e9)
                .orElseGet(() -> effects - seen < EFFECTS_ON_THEIR_WAY);
    }
}
