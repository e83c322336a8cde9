package io.aifactory.bench.history;

import java.util.List;

/**
 * What a service's subscription holds at the end.
 *
 * @param service the service
 * @param waiting how many messages nobody has taken
 * @param deadLetters the message ids of its dead letters
 */
public record SubscriptionContents(String service, int waiting, List<String> deadLetters) {

    public SubscriptionContents {
        deadLetters = List.copyOf(deadLetters);
    }
}
