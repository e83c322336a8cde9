package io.aifactory.localbus.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a Config.json and collects everything that is wrong with it before refusing it. */
final class TopologyReader {

    private static final Duration LONGEST_LOCK = Duration.ofMinutes(5);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Set<String> QUEUE_KEYS = Set.of(
            "DeadLetteringOnMessageExpiration",
            "DefaultMessageTimeToLive",
            "DuplicateDetectionHistoryTimeWindow",
            "ForwardDeadLetteredMessagesTo",
            "ForwardTo",
            "LockDuration",
            "MaxDeliveryCount",
            "RequiresDuplicateDetection",
            "RequiresSession");
    private static final Set<String> TOPIC_KEYS =
            Set.of("DefaultMessageTimeToLive", "DuplicateDetectionHistoryTimeWindow", "RequiresDuplicateDetection");

    private final List<String> reasons = new ArrayList<>();

    Topology read(Path config) {
        ConfigNode root = new ConfigNode(parse(config), "UserConfig", reasons).allow(Set.of("Namespaces", "Logging"));
        List<ConfigNode> namespaces = root.children("Namespaces");
        if (namespaces.size() != 1) {
            root.refuse("needs exactly one namespace, found %d".formatted(namespaces.size()));
        }
        List<QueueDefinition> queues = new ArrayList<>();
        List<TopicDefinition> topics = new ArrayList<>();
        for (ConfigNode namespace : namespaces) {
            namespace.allow(Set.of("Name", "Queues", "Topics"));
            namespace.children("Queues").forEach(node -> queues.add(queue(node)));
            namespace.children("Topics").forEach(node -> topics.add(topic(node)));
        }
        refuseRepeatedNames(queues, topics);
        if (!reasons.isEmpty()) {
            throw new InvalidTopology(config.toString(), reasons);
        }
        return new Topology(queues, topics);
    }

    private JsonNode parse(Path config) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(config))
                    .path("UserConfig");
        } catch (JsonProcessingException error) {
            throw new InvalidTopology(config.toString(), List.of("It is not JSON: " + error.getOriginalMessage()));
        } catch (IOException error) {
            throw new InvalidTopology(config.toString(), List.of("It cannot be read: " + error));
        }
    }

    private static QueueDefinition queue(ConfigNode node) {
        node.allow(Set.of("Name", "Properties"));
        ConfigNode properties = node.child("Properties").allow(QUEUE_KEYS);
        return new QueueDefinition(node.name(), queueProperties(properties), duplicateWindow(properties));
    }

    private TopicDefinition topic(ConfigNode node) {
        node.allow(Set.of("Name", "Properties", "Subscriptions"));
        ConfigNode properties = node.child("Properties").allow(TOPIC_KEYS);
        List<SubscriptionDefinition> subscriptions = node.children("Subscriptions").stream()
                .map(TopologyReader::subscription)
                .toList();
        refuseRepeats(subscriptions.stream().map(SubscriptionDefinition::name).toList(), node.name());
        return new TopicDefinition(node.name(), timeToLive(properties), duplicateWindow(properties), subscriptions);
    }

    private static SubscriptionDefinition subscription(ConfigNode node) {
        node.allow(Set.of("Name", "Properties", "Rules"));
        ConfigNode properties = node.child("Properties").allow(QUEUE_KEYS);
        List<RuleDefinition> rules =
                node.children("Rules").stream().map(RuleReader::read).toList();
        return new SubscriptionDefinition(node.name(), queueProperties(properties), rules);
    }

    private static QueueProperties queueProperties(ConfigNode properties) {
        properties.forbidText("ForwardTo");
        properties.forbidText("ForwardDeadLetteredMessagesTo");
        return new QueueProperties(
                properties.duration("LockDuration", Duration.ofMinutes(1), LONGEST_LOCK),
                properties.count("MaxDeliveryCount", 3, 2000),
                timeToLive(properties),
                properties.flag("DeadLetteringOnMessageExpiration"),
                properties.flag("RequiresSession"));
    }

    private static Duration timeToLive(ConfigNode properties) {
        return properties.duration("DefaultMessageTimeToLive", QueueProperties.FOR_EVER, QueueProperties.FOR_EVER);
    }

    private static Duration duplicateWindow(ConfigNode properties) {
        Duration window =
                properties.duration("DuplicateDetectionHistoryTimeWindow", Duration.ofSeconds(20), LONGEST_WINDOW);
        return properties.flag("RequiresDuplicateDetection") ? window : Duration.ZERO;
    }

    private void refuseRepeatedNames(List<QueueDefinition> queues, List<TopicDefinition> topics) {
        List<String> names = new ArrayList<>();
        queues.forEach(queue -> names.add(queue.name()));
        topics.forEach(topic -> names.add(topic.name()));
        refuseRepeats(names, "the namespace");
    }

    private void refuseRepeats(List<String> names, String where) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> reasons.add("The name '%s' is used twice in %s".formatted(name, where)));
    }
}
