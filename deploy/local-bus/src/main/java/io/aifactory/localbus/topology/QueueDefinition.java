package io.aifactory.localbus.topology;

import java.time.Duration;

/**
 * A queue.
 *
 * @param duplicateWindow how long a message id is remembered; zero when repeats are not looked for
 */
public record QueueDefinition(String name, QueueProperties properties, Duration duplicateWindow) {}
