package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.settings.LakeSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows which storage events are about the factory's lakes, and about whose. */
@Component
class Origins {

    private static final Logger LOG = LoggerFactory.getLogger(Origins.class);

    private final String container;
    private final Map<String, Set<EnvironmentTier>> environmentsByAccount;

    Origins(LakeSettings lakes) {
        this.container = lakes.fileSystem();
        this.environmentsByAccount = lakes.accounts().entrySet().stream()
                .collect(Collectors.groupingBy(
                        lake -> accountAt(lake.getValue()), Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    }

    private static String accountAt(URI endpoint) {
        return endpoint.getHost().replaceFirst("\\..*", "");
    }

    /** Returns whether the event is about one of the factory's lakes; if not, the log says whose it is. */
    boolean knows(StorageEvent event) {
        boolean known =
                event.container().equals(container) && !environmentsOf(event).isEmpty();
        if (!known) {
            LOG.info(
                    "ignored an event of container {} in account {}: {}",
                    event.container(),
                    event.account(),
                    event.change());
        }
        return known;
    }

    /** Returns in whose lake it happened: several if they share an account, all of them where no accounts are told apart. */
    List<EnvironmentTier> environmentsOf(StorageEvent event) {
        if (environmentsByAccount.isEmpty()) {
            return List.of(EnvironmentTier.values());
        }
        Set<EnvironmentTier> ofAccount =
                event.account() == null ? Set.of() : environmentsByAccount.getOrDefault(event.account(), Set.of());
        return Arrays.stream(EnvironmentTier.values())
                .filter(ofAccount::contains)
                .toList();
    }
}
