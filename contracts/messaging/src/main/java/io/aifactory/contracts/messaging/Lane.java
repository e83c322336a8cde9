package io.aifactory.contracts.messaging;

/**
 * One of the sixteen lanes events travel in. All events of a project take the same lane and keep their order in it; a
 * lane is a session on the bus.
 *
 * @param number 0 to 15
 */
record Lane(int number) {

    static final int COUNT = 16;

    static Lane of(String partitionKey) {
        return new Lane(Math.floorMod(partitionKey.hashCode(), COUNT));
    }

    String sessionId() {
        return "lane-" + number;
    }
}
