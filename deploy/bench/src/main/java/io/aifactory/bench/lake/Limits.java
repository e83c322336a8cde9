package io.aifactory.bench.lake;

/**
 * What the engine may use: the same for the service and for whatever it is compared with.
 *
 * @param megabytes memory of one piece of work, beyond which it goes to disk
 * @param threads threads of one piece of work
 */
public record Limits(int megabytes, int threads) {

    private static final int LEAST_MEGABYTES = 64;

    /** The limits that the lake service has by default. */
    public static final Limits DEFAULT = new Limits(512, 2);

    public Limits {
        if (megabytes < LEAST_MEGABYTES || threads < 1) {
            throw new IllegalArgumentException("the engine needs %d MB and a thread".formatted(LEAST_MEGABYTES));
        }
    }
}
