package io.aifactory.contracts.messaging;

/**
 * One of the sixteen lanes events travel in. All events of a project take the same lane and keep their order in it; a
 * lane is a session on the bus.
 *
 * @param number 0 to 15
 */
public record Lane(int number) {

    /** How many lanes there are. */
    public static final int COUNT = 16;

    /** Returns the lane that events of the given partition take. */
    public static Lane of(String partitionKey) {
        return new Lane(Math.floorMod(partitionKey.hashCode(), COUNT));
    }

    /** Returns the session of the bus that stands for the lane. */
    public String sessionId() {
        return "lane-" + number;
    }
}
