package io.aifactory.bench.faults;

import java.time.Duration;

/** Something bad that happens to a run and is over after a while. */
sealed interface Fault {

    /** Returns how long it lasts; a killed process is gone that long. */
    Duration lasting();

    /** Makes it happen. */
    void begin(Victims victims);

    /** Makes it be over. */
    default void end(Victims victims) {}

    /** A process dies as by {@code kill -9} and comes back. */
    record Kill(String process, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().member(process).kill(lasting);
        }
    }

    /** A process is stopped in its tracks and goes on later, as when a machine sleeps. */
    record Pause(String process, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().member(process).pause();
        }

        @Override
        public void end(Victims victims) {
            victims.site().member(process).resume();
        }
    }

    /** Connections break. */
    record Cut(String wire) implements Fault {

        @Override
        public Duration lasting() {
            return Duration.ZERO;
        }

        @Override
        public void begin(Victims victims) {
            victims.site().proxy(wire).cut();
        }
    }

    /** Nothing comes through, and nobody is told. */
    record BlackHole(String wire, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().proxy(wire).blackHole();
        }

        @Override
        public void end(Victims victims) {
            victims.site().proxy(wire).heal();
        }
    }

    /** Everything comes late. */
    record Slow(String wire, Duration by, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().proxy(wire).slow(by);
        }

        @Override
        public void end(Victims victims) {
            victims.site().proxy(wire).heal();
        }
    }

    /** Messages come again, late and among others, under another message id. */
    record Copies(Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.mischief().copying(true);
        }

        @Override
        public void end(Victims victims) {
            victims.mischief().copying(false);
        }
    }

    /** Messages nobody can read. */
    record Unparsable(int count) implements Fault {

        @Override
        public Duration lasting() {
            return Duration.ZERO;
        }

        @Override
        public void begin(Victims victims) {
            victims.mischief().sendUnparsable(count);
        }
    }

    /** The bus has no room left to write. */
    record DiskFull(Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().disk().fill();
        }

        @Override
        public void end(Victims victims) {
            victims.site().disk().free();
        }
    }

    /** A role's clock is off, and is right again later. */
    record ClockStep(String role, Duration by, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.clocks().set(role, by);
        }

        @Override
        public void end(Victims victims) {
            victims.clocks().set(role, Duration.ZERO);
        }
    }

    /** A process is gone for long. */
    record Outage(String process, Duration lasting) implements Fault {

        @Override
        public void begin(Victims victims) {
            victims.site().member(process).keepDown();
        }

        @Override
        public void end(Victims victims) {
            victims.site().member(process).start();
        }
    }
}
