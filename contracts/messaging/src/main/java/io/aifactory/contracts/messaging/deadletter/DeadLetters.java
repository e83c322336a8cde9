package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.work.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dead letters of this service, and what people do about them. Every act is recorded with who and when. An act is done to
 * what is dead and to nothing else, so that doing it twice, or two people doing it at once, comes to the same; it is done a
 * batch at a time, and {@linkplain DeadLetterOutcome#next() to be continued} if there are many.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int BATCH = 200;
    private static final int BATCHES = 5;

    private final DeadLetterTable table;
    private final JdbcClient database;
    private final Rereading rereading;
    private final MessageMetrics metrics;
    private final Signals signals;

    DeadLetters(JdbcClient database, Rereading rereading, MessageMetrics metrics, Signals signals) {
        this.table = new DeadLetterTable(database);
        this.database = database;
        this.rereading = rereading;
        this.metrics = metrics;
        this.signals = signals;
    }

    /** Returns those that are meant, in the order of arrival, beginning behind the given number. */
    public List<DeadLetter> list(DeadLetterFilter filter, long after, int limit) {
        return table.list(filter, after, limit);
    }

    /** Returns how many are meant. */
    public long count(DeadLetterFilter filter) {
        return table.count(filter);
    }

    /** Returns the causes of those that are meant, the most frequent first. */
    public List<DeadLetterGroup> groups(DeadLetterFilter filter) {
        return table.groups(filter);
    }

    /** Finds one that is dead, or was before it was resubmitted or discarded. */
    public Optional<DeadLetterDetail> find(long seq) {
        return table.find(seq);
    }

    /**
     * Lets those that are meant wait for their turn again, each in its old place: within its project it comes before all that
     * arrived later and still wait. What could not be read is read again.
     */
    public DeadLetterOutcome resubmit(DeadLetterFilter filter, long after, String person) {
        Act resubmission = new Resubmission(database, rereading, person);
        return each(filter, after, batch -> {
            Act.Done done = resubmission.to(batch);
            log(person, "resubmitted", done);
            done.letters().forEach(letter -> metrics.resubmitted(letter.type()));
            done.letters().forEach(letter -> signals.raise(Signals.INBOX));
            return done;
        });
    }

    /** Puts those that are meant out of sight. */
    public DeadLetterOutcome discard(DeadLetterFilter filter, long after, String person, String reason) {
        Act discard = new Discard(database, person, reason);
        return each(filter, after, batch -> {
            Act.Done done = discard.to(batch);
            log(person, "discarded", done);
            done.letters().forEach(letter -> metrics.discarded(letter.type()));
            return done;
        });
    }

    private DeadLetterOutcome each(DeadLetterFilter filter, long after, Act act) {
        int count = 0;
        List<StillDead> stillDead = new ArrayList<>();
        long last = after;
        for (int number = 0; number < BATCHES; number++) {
            List<DeadLetter> batch = table.list(filter, last, BATCH);
            Act.Done done = batch.isEmpty() ? Act.Done.NOTHING : act.to(batch);
            count += done.letters().size();
            stillDead.addAll(done.stillDead());
            if (batch.size() < BATCH) {
                return new DeadLetterOutcome(count, stillDead, null);
            }
            last = batch.get(BATCH - 1).seq();
        }
        return new DeadLetterOutcome(count, stillDead, last);
    }

    private static void log(String person, String what, Act.Done done) {
        if (!done.letters().isEmpty()) {
            LOG.info(
                    "{} {} dead letters {}",
                    person,
                    what,
                    done.letters().stream().map(Act.Letter::seq).toList());
        }
    }
}
