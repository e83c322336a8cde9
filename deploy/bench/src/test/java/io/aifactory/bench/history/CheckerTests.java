package io.aifactory.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.ServiceHistory.Received;
import io.aifactory.bench.history.ServiceHistory.Sent;
import io.aifactory.bench.history.Violation.Kind;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: each kind of broken promise is put into a good history and has to be found. */
class CheckerTests {

    private final GoodHistory good = new GoodHistory();

    @Test
    void findsNothingInAGoodHistory() {
        var verdict = good.verdict();

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.good()).isTrue();
        assertThat(verdict.summary(3))
                .isEqualTo("faults survived 3, events checked 4, lost 0, ghosts 0, doubled 0, out of order 0");
    }

    @Test
    void findsAnAcceptedStimulusWithoutEvent() {
        good.accepted.add("e9");

        assertFound(Kind.LOST, "e9 is in no outbox");
    }

    @Test
    void findsAStateChangeWithoutItsEvent() {
        good.producerEffects.add(new Effect("p1", 4, 4, null, "e4"));
        good.producerTallies.put("p1", 4L);

        assertFound(Kind.LOST, "did not publish e4");
    }

    @Test
    void findsASentEventNobodyHandled() {
        good.consumerEffects.remove(2);
        good.consumerTallies.put("p1", 2L);

        assertFound(Kind.LOST, "e3 of p1 was not handled by consumer");
    }

    @Test
    void findsADoneEntryWithoutEffect() {
        good.sent(new Sent(5, "e5", "t", "p2", true));
        good.producerEffects.add(new Effect("p2", 2, 2, null, "e5"));
        good.producerTallies.put("p2", 2L);
        good.consumerInbox.add(new Received("e5", "DONE"));

        assertFound(Kind.LOST, "e5 of p2 was not handled by consumer");
    }

    @Test
    void findsAPoisonThatNeverArrived() {
        good.consumerInbox.removeIf(entry -> entry.eventId().equals("bad"));

        assertFound(Kind.LOST, "bad of p2 was not handled by consumer");
    }

    @Test
    void findsAnEventWithoutItsStateChange() {
        good.producerEffects.remove(2);
        good.producerTallies.put("p1", 2L);

        assertFound(Kind.GHOST, "e3");
    }

    @Test
    void findsAHandledEventNobodySent() {
        good.consumerInbox.add(new Received("e7", "DONE"));

        assertFound(Kind.GHOST, "consumer was given e7, which nobody sent");
    }

    @Test
    void findsAnEffectThatHappenedTwice() {
        good.consumerEffects.add(new Effect("p1", 4, 3, "e3", null));
        good.consumerTallies.put("p1", 4L);

        assertFound(Kind.DOUBLED, "consumer handled e3 2 times");
    }

    @Test
    void findsACountThatRanAheadOfItsRows() {
        good.consumerTallies.put("p1", 4L);

        assertFound(Kind.DOUBLED, "consumer counted 4 effects for p1");
    }

    @Test
    void findsEventsHandledOutOfOrder() {
        good.consumerEffects.set(0, new Effect("p1", 2, 1, "e1", null));
        good.consumerEffects.set(1, new Effect("p1", 1, 2, "e2", null));

        assertFound(Kind.OUT_OF_ORDER, "at position 2");
    }

    @Test
    void findsEventsNumberedOutOfOrder() {
        good.producerEffects.set(0, new Effect("p1", 2, 1, null, "e1"));
        good.producerEffects.set(1, new Effect("p1", 1, 2, null, "e2"));

        var verdict = good.verdict();

        assertThat(verdict.count(Kind.OUT_OF_ORDER)).isOne();
    }

    @Test
    void allowsOrderAcrossProjectsToDiffer() {
        good.consumerEffects.add(new Effect("p2", 1, 1, "e1", null));

        assertThat(good.verdict().count(Kind.OUT_OF_ORDER)).isZero();
    }

    @Test
    void findsADeadEntryThatIsNoPoison() {
        good.consumerInbox.set(0, new Received("e1", "DEAD"));

        assertFound(Kind.DEAD_LETTER, "e1 is dead in consumer and is no poison");
    }

    @Test
    void findsAPoisonThatIsNotDead() {
        good.consumerInbox.removeIf(entry -> entry.eventId().equals("bad"));
        good.consumerInbox.add(new Received("bad", "DONE"));

        assertFound(Kind.DEAD_LETTER, "bad is poison and not dead in consumer");
    }

    @Test
    void findsADeadLetterOfTheBusThatCouldBeRead() {
        good.deadLetters.add("e1");

        assertFound(Kind.DEAD_LETTER, "e1 is a dead letter of consumer");
    }

    @Test
    void findsAnUnparsableMessageThatIsNowhere() {
        good.unparsable.add("unparsable-2");

        assertFound(Kind.DEAD_LETTER, "unparsable-2 can't be read and is no dead letter of consumer");
    }

    @Test
    void findsWhatWaitsInTheOutbox() {
        good.sent.set(0, new Sent(1, "e1", "t", "p1", false));

        assertFound(Kind.LEFT_OVER, "waits in the outbox of producer");
    }

    @Test
    void findsWhatWaitsInTheInbox() {
        good.consumerInbox.set(0, new Received("e1", "WAITING"));

        assertFound(Kind.LEFT_OVER, "waits in the inbox of consumer");
    }

    @Test
    void findsWhatWaitsOnTheBus() {
        good.waitingOnTheBus = 2;

        assertFound(Kind.LEFT_OVER, "2 messages wait on the bus for consumer");
    }

    private void assertFound(Kind kind, String what) {
        var verdict = good.verdict();

        assertThat(verdict.good()).isFalse();
        assertThat(verdict.violations())
                .anyMatch(violation ->
                        violation.kind() == kind && violation.what().contains(what));
    }
}
