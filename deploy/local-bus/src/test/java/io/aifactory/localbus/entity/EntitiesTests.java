package io.aifactory.localbus.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.localbus.filter.MessageProperties;
import io.aifactory.localbus.filter.SqlFilter;
import io.aifactory.localbus.topology.QueueDefinition;
import io.aifactory.localbus.topology.QueueProperties;
import io.aifactory.localbus.topology.RuleDefinition;
import io.aifactory.localbus.topology.SubscriptionDefinition;
import io.aifactory.localbus.topology.TopicDefinition;
import io.aifactory.localbus.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntitiesTests {

    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final Duration LIFE = Duration.ofHours(1);

    private String hot = "kind = 'hot'";
    private final SettableClock clock = new SettableClock();
    private final MemoryMessageLog log = new MemoryMessageLog();
    private Entities entities = open();

    @Test
    void deliversInOrderOfArrivalAndOnlyOnce() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);

        send("plain", "a");
        send("plain", "b");

        assertThat(consumer.bodies()).containsExactly("a", "b");
    }

    @Test
    void honoursCredit() {
        RecordingConsumer consumer = new RecordingConsumer();
        consumer.credit = 1;
        queue("plain").attach(consumer);

        send("plain", "a");
        send("plain", "b");
        int before = consumer.delivered.size();
        consumer.credit = 1;
        queue("plain").dispatch();

        assertThat(before).isEqualTo(1);
        assertThat(consumer.bodies()).containsExactly("a", "b");
    }

    @Test
    void servesConsumersInTurn() {
        RecordingConsumer first = new RecordingConsumer();
        RecordingConsumer second = new RecordingConsumer();
        queue("plain").attach(first);
        queue("plain").attach(second);

        List.of("a", "b", "c", "d").forEach(body -> send("plain", body));

        assertThat(first.bodies()).containsExactly("a", "c");
        assertThat(second.bodies()).containsExactly("b", "d");
    }

    @Test
    void countsALockThatRanOutAsADelivery() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        send("plain", "slow");

        pass(LOCK);

        assertThat(consumer.delivered).hasSize(2);
        assertThat(consumer.last().message().deliveryCount()).isEqualTo(1);
        assertThatThrownBy(() -> settle("plain", consumer.delivered.get(0), new Settlement.Complete()))
                .isInstanceOf(LockLost.class);
    }

    @Test
    void keepsALockThatIsRenewed() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        send("plain", "slow");

        pass(LOCK.minusSeconds(1));
        Instant until = queue("plain").renew(consumer.lastToken());
        pass(LOCK.minusSeconds(1));

        assertThat(until).isEqualTo(clock.instant().plusSeconds(1));
        assertThat(consumer.delivered).hasSize(1);
    }

    @Test
    void deadLettersAfterTheLastDeliveryAllowed() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        send("plain", "poison");

        settle("plain", consumer.last(), new Settlement.Abandon(Map.of()));
        settle("plain", consumer.last(), new Settlement.Abandon(Map.of()));

        assertThat(counts("plain")).isEqualTo(new EntityCounts("plain", 0, 0, 0, 1));
        assertThat(queue("plain/$DeadLetterQueue").peek(0, 10, null))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.message().deliveryCount()).isEqualTo(2);
                    assertThat(new String(dead.payload(), StandardCharsets.UTF_8))
                            .contains("poison", "DeadLetterReason=MaxDeliveryCountExceeded");
                });
    }

    @Test
    void doesNotCountAReceiverThatSaysGoodbye() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        send("plain", "a");

        queue("plain").detach(consumer, false);
        RecordingConsumer next = new RecordingConsumer();
        queue("plain").attach(next);

        assertThat(next.last().message().deliveryCount()).isZero();
    }

    @Test
    void countsAReceiverThatBrokeOff() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        send("plain", "a");

        queue("plain").detach(consumer, true);
        RecordingConsumer next = new RecordingConsumer();
        queue("plain").attach(next);

        assertThat(next.last().message().deliveryCount()).isEqualTo(1);
    }

    @Test
    void dropsAnExpiredMessageOnlyWhenNobodyHasIt() {
        RecordingConsumer consumer = new RecordingConsumer();
        consumer.credit = 1;
        queue("plain").attach(consumer);
        send("plain", "locked");
        send("plain", "waiting");

        pass(LIFE.minusSeconds(10));
        queue("plain").detach(consumer, false);
        queue("plain").attach(consumer);
        consumer.credit = 1;
        queue("plain").dispatch();
        pass(Duration.ofSeconds(20));

        assertThat(counts("plain").active()).isEqualTo(1);
        settle("plain", consumer.last(), new Settlement.Release());
        assertThat(counts("plain").active()).isZero();
    }

    @Test
    void forgetsAMessageIdAfterTheWindow() {
        sendUnique("same");
        sendUnique("same");
        pass(Duration.ofMinutes(10));
        sendUnique("same");

        assertThat(counts("unique").active()).isEqualTo(2);
    }

    @Test
    void showsAScheduledMessageAtItsTimeAsIfItHadJustArrived() {
        RecordingConsumer consumer = new RecordingConsumer();
        destination("plain")
                .accept(List.of(
                        message("later", null).scheduledFor(clock.instant().plusSeconds(30))));
        queue("plain").attach(consumer);
        send("plain", "now");

        pass(Duration.ofSeconds(29));
        List<String> before = consumer.bodies();
        pass(Duration.ofSeconds(1));

        assertThat(before).containsExactly("now");
        assertThat(consumer.bodies()).containsExactly("now", "later");
        assertThat(consumer.delivered.get(1).message().sequence())
                .isGreaterThan(consumer.delivered.get(0).message().sequence());
    }

    @Test
    void keepsThePayloadOnceForAllSubscriptions() {
        destination("news").accept(List.of(message("hot", null)));

        assertThat(counts("news/subscriptions/all").active()).isEqualTo(1);
        assertThat(counts("news/subscriptions/hot").active()).isEqualTo(1);
        assertThat(counts("news/subscriptions/cold").active()).isZero();
        assertThat(log.payloads).hasSize(1);
    }

    @Test
    void findsEverythingAgainWhenOpenedAgain() {
        RecordingConsumer consumer = new RecordingConsumer();
        queue("plain").attach(consumer);
        List.of("completed", "deferred", "dead", "locked").forEach(body -> send("plain", body));
        settle("plain", consumer.delivered.get(0), new Settlement.Complete());
        settle("plain", consumer.delivered.get(1), new Settlement.Defer(Map.of()));
        settle("plain", consumer.delivered.get(2), Settlement.DeadLetter.because("r", null, Map.of()));

        entities = open();
        RecordingConsumer next = new RecordingConsumer();
        queue("plain").attach(next);

        assertThat(counts("plain")).isEqualTo(new EntityCounts("plain", 1, 0, 1, 1));
        assertThat(next.bodies()).containsExactly("locked");
    }

    @Test
    void deadLettersWhatHasNoSessionWhenSessionsAreAskedForLater() {
        send("plain", "from before");

        entities = open(true);

        assertThat(counts("plain")).isEqualTo(new EntityCounts("plain", 0, 0, 0, 1));
    }

    @Test
    void handsOverASessionThatIsNotRenewed() {
        RecordingConsumer first = new RecordingConsumer();
        RecordingConsumer second = new RecordingConsumer();
        sendToLane("a", "a1");
        queue("lanes").attachToSession(first);
        queue("lanes").attachToSession(second);

        pass(LOCK.minusSeconds(1));
        queue("lanes").renewSession("a", first);
        pass(LOCK.minusSeconds(1));
        List<String> whileRenewed = second.bodies();
        pass(Duration.ofSeconds(1));

        assertThat(whileRenewed).isEmpty();
        assertThat(first.lost).isTrue();
        assertThat(second.session()).isEqualTo("a");
        assertThat(second.bodies()).containsExactly("a1");
        assertThatThrownBy(() -> settle("lanes", first.last(), new Settlement.Complete()))
                .isInstanceOf(SessionLockLost.class);
    }

    @Test
    void sendsAwayWhoWaitsForASessionTooLong() {
        RecordingConsumer consumer = new RecordingConsumer(null, clock.instant().plusSeconds(30));
        queue("lanes").attachToSession(consumer);

        pass(Duration.ofSeconds(30));

        assertThat(consumer.refusals).singleElement().satisfies(refusal -> assertThat(refusal.isLockedByAnother())
                .isFalse());
    }

    @Test
    void refusesASessionSomebodyHas() {
        sendToLane("a", "a1");
        queue("lanes").attachToSession(new RecordingConsumer("a", Instant.MAX));
        RecordingConsumer second = new RecordingConsumer("a", Instant.MAX);

        queue("lanes").attachToSession(second);

        assertThat(second.refusals).singleElement().satisfies(refusal -> assertThat(refusal.isLockedByAnother())
                .isTrue());
    }

    @Test
    void refusesAMessageWithoutSessionWhereOneIsNeeded() {
        assertThatThrownBy(() -> send("lanes", "stray")).isInstanceOf(MissingSession.class);

        assertThat(counts("lanes").active()).isZero();
    }

    @Test
    void keepsTheOrderOfASessionThatIsLostHalfWay() {
        RecordingConsumer first = new RecordingConsumer();
        RecordingConsumer second = new RecordingConsumer();
        List.of("m1", "m2", "m3", "m4").forEach(body -> sendToLane("a", body));
        queue("lanes").attachToSession(first);
        settle("lanes", first.delivered.get(0), new Settlement.Complete());
        settle("lanes", first.delivered.get(2), new Settlement.Complete());
        queue("lanes").attachToSession(second);

        queue("lanes").detach(first, true);

        assertThat(second.session()).isEqualTo("a");
        assertThat(second.bodies()).containsExactly("m2", "m4");
    }

    @Test
    void letsOnlyTheHolderRenewASession() {
        RecordingConsumer holder = new RecordingConsumer();
        sendToLane("a", "a1");
        queue("lanes").attachToSession(holder);

        assertThatThrownBy(() -> queue("lanes").renewSession("a", new RecordingConsumer()))
                .isInstanceOf(SessionLockLost.class);
        assertThatThrownBy(() -> queue("lanes").saveSessionState("a", new RecordingConsumer(), new byte[1]))
                .isInstanceOf(SessionLockLost.class);
    }

    @Test
    void neverDeliversWhatHasExpiredSinceTheLastTick() {
        send("plain", "stale");
        clock.advance(LIFE);
        RecordingConsumer consumer = new RecordingConsumer();

        queue("plain").attach(consumer);

        assertThat(consumer.delivered).isEmpty();
        assertThat(counts("plain").active()).isZero();
    }

    @Test
    void keepsRulesOfRunTimeUntilTheConfigurationNamesOthers() {
        Rules rules = entities.rules("news/subscriptions/hot");
        rules.add(rule("warm", "kind = 'warm'"));
        rules.remove("rule");

        entities = open();
        List<RuleDefinition> afterRestart =
                entities.rules("news/subscriptions/hot").all();
        hot = "kind = 'boiling'";
        entities = open();
        List<RuleDefinition> afterChange =
                entities.rules("news/subscriptions/hot").all();

        assertThat(afterRestart).extracting(RuleDefinition::name).containsExactly("warm");
        assertThat(afterChange).extracting(RuleDefinition::name).containsExactly("rule");
    }

    private Entities open() {
        return open(false);
    }

    private Entities open(boolean plainWithSessions) {
        QueueProperties plain = new QueueProperties(LOCK, 2, LIFE, false, plainWithSessions);
        QueueProperties sessions = new QueueProperties(LOCK, 2, LIFE, false, true);
        TopicDefinition news = new TopicDefinition(
                "news",
                LIFE,
                Duration.ZERO,
                List.of(
                        new SubscriptionDefinition("all", plain, List.of()),
                        new SubscriptionDefinition("hot", plain, List.of(rule(hot))),
                        new SubscriptionDefinition("cold", plain, List.of(rule("kind = 'cold'")))));
        Topology topology = new Topology(
                List.of(
                        new QueueDefinition("plain", plain, Duration.ZERO),
                        new QueueDefinition("unique", plain, Duration.ofMinutes(10)),
                        new QueueDefinition("lanes", sessions, Duration.ZERO)),
                List.of(news));
        return new Entities(topology, log, EntitiesTests::edited, new SqlRules(), clock);
    }

    private static RuleDefinition rule(String expression) {
        return rule("rule", expression);
    }

    private static RuleDefinition rule(String name, String expression) {
        return new RuleDefinition(name, SqlFilter.parse(expression));
    }

    private static byte[] edited(byte[] payload, Map<String, Object> properties) {
        return (new String(payload, StandardCharsets.UTF_8) + properties).getBytes(StandardCharsets.UTF_8);
    }

    private void send(String destination, String body) {
        destination(destination).accept(List.of(message(body, null)));
    }

    private void sendToLane(String session, String body) {
        destination("lanes").accept(List.of(message(body, session)));
    }

    private void sendUnique(String messageId) {
        ArrivedMessage message = message("x", null);
        destination("unique")
                .accept(List.of(
                        new ArrivedMessage(message.payload(), messageId, null, null, null, message.properties())));
    }

    private static ArrivedMessage message(String body, String session) {
        MessageProperties properties = new MessageProperties() {
            @Override
            public Object system(String name) {
                return null;
            }

            @Override
            public Map<String, ?> application() {
                return Map.of("kind", body);
            }
        };
        return new ArrivedMessage(body.getBytes(StandardCharsets.UTF_8), null, session, null, null, properties);
    }

    private void settle(String queue, DeliveredMessage message, Settlement settlement) {
        queue(queue).settle(message.lockToken(), settlement);
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        entities.tick();
    }

    private MessageQueue queue(String address) {
        return entities.queue(address);
    }

    private Destination destination(String address) {
        return entities.destination(address);
    }

    private EntityCounts counts(String entity) {
        return entities.counts().stream()
                .filter(counts -> counts.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }
}
