package io.aifactory.localbus.entity;

import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.topology.QueueDefinition;
import io.aifactory.localbus.topology.QueueProperties;
import io.aifactory.localbus.topology.SubscriptionDefinition;
import io.aifactory.localbus.topology.TopicDefinition;
import io.aifactory.localbus.topology.Topology;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All entities of the bus by address, with what the log still holds of them. Addresses compare without regard to case. */
public final class Entities {

    private static final String DEAD_LETTERS = "/$deadletterqueue";

    private final Clock clock;
    private final MessageLog log;
    private final PayloadEditor editor;
    private final RuleCodec ruleCodec;
    private final Map<String, Rules> rules = new LinkedHashMap<>();
    private final Map<String, Intake> intakes = new LinkedHashMap<>();
    private final Map<String, MessageQueue> queues = new LinkedHashMap<>();
    private final Map<String, String> shownNames = new LinkedHashMap<>();

    public Entities(Topology topology, MessageLog log, PayloadEditor editor, RuleCodec ruleCodec, Clock clock) {
        this.log = log;
        this.editor = editor;
        this.ruleCodec = ruleCodec;
        this.clock = clock;
        topology.queues().forEach(this::add);
        topology.topics().forEach(this::add);
    }

    private void add(QueueDefinition definition) {
        MessageQueue queue = queue(definition.name(), definition.properties());
        List<Intake.Outlet> outlets = List.of(new Intake.Outlet(queue, MessageFilter.EVERYTHING));
        boolean needsSession = definition.properties().requiresSession();
        addIntake(definition.name(), definition.duplicateWindow(), outlets, needsSession);
    }

    private void add(TopicDefinition definition) {
        List<Intake.Outlet> outlets = new ArrayList<>();
        for (SubscriptionDefinition subscription : definition.subscriptions()) {
            String name = definition.name() + "/subscriptions/" + subscription.name();
            QueueProperties properties = atMost(definition.timeToLive(), subscription.properties());
            Rules filter = new Rules(key(name), subscription.rules(), log, ruleCodec);
            rules.put(key(name), filter);
            outlets.add(new Intake.Outlet(queue(name, properties), filter));
        }
        addIntake(definition.name(), definition.duplicateWindow(), outlets, false);
    }

    private static QueueProperties atMost(Duration timeToLive, QueueProperties properties) {
        return properties.timeToLive().compareTo(timeToLive) <= 0 ? properties : properties.withTimeToLive(timeToLive);
    }

    private void addIntake(String name, Duration duplicateWindow, List<Intake.Outlet> outlets, boolean needsSession) {
        String key = key(name);
        DuplicateWindow window = new DuplicateWindow(key, duplicateWindow, log);
        intakes.put(key, new Intake(outlets, needsSession, window, log, clock));
    }

    private MessageQueue queue(String name, QueueProperties properties) {
        String key = key(name);
        MessageQueue deadLetters =
                new MessageQueue(key + DEAD_LETTERS, properties.withoutSessions(), clock, log, editor, null);
        MessageQueue queue = new MessageQueue(key, properties, clock, log, editor, deadLetters);
        queues.put(key, queue);
        queues.put(key + DEAD_LETTERS, deadLetters);
        shownNames.put(key, name);
        return queue;
    }

    /** The queue or topic at an address one can send to. */
    public @Nullable Destination destination(String address) {
        return intakes.get(key(address));
    }

    /** The queue, subscription or dead-letter queue at an address one can receive from. */
    public @Nullable MessageQueue queue(String address) {
        return queues.get(key(address));
    }

    /** The rules of the subscription at an address. */
    public @Nullable Rules rules(String address) {
        return rules.get(key(address));
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** To be called every now and then. */
    public void tick() {
        Instant now = clock.instant();
        intakes.values().forEach(intake -> intake.tick(now));
        queues.values().forEach(queue -> queue.tick(now));
    }

    /** Every queue and subscription with what it holds. */
    public List<EntityCounts> counts() {
        return shownNames.entrySet().stream()
                .map(entry -> counts(entry.getValue(), entry.getKey()))
                .toList();
    }

    private EntityCounts counts(String name, String key) {
        MessageQueue queue = queues.get(key);
        MessageQueue deadLetters = queues.get(key + DEAD_LETTERS);
        return new EntityCounts(
                name,
                count(queue, MessageState.ACTIVE),
                count(queue, MessageState.SCHEDULED),
                count(queue, MessageState.DEFERRED),
                count(deadLetters, MessageState.ACTIVE) + count(deadLetters, MessageState.DEFERRED));
    }

    private static int count(@Nullable MessageQueue queue, MessageState state) {
        return queue == null ? 0 : queue.count(state);
    }
}
