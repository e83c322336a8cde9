package io.aifactory.bench.faults;

/**
 * What faults happen to.
 *
 * @param site the processes and wires
 * @param mischief who sends what nobody asked for
 * @param clocks the roles' clocks
 */
record Victims(Site site, Mischief mischief, Clocks clocks) {}
