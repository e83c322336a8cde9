package io.aifactory.localbus.topology;

import java.time.Duration;
import java.util.List;

/**
 * A topic with its subscriptions.
 *
 * @param timeToLive the longest a message of the topic waits in any subscription
 * @param duplicateWindow how long a message id is remembered; zero when repeats are not looked for
 */
public record TopicDefinition(
        String name, Duration timeToLive, Duration duplicateWindow, List<SubscriptionDefinition> subscriptions) {

    public TopicDefinition {
        subscriptions = List.copyOf(subscriptions);
    }
}
