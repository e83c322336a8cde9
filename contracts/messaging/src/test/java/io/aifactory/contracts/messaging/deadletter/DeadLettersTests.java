package io.aifactory.contracts.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import io.aifactory.contracts.messaging.deadletter.UnreadableReader.Unreadable;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadLettersTests {

    private static final String ANNA = "anna@contoso.com";
    private static final String BO = "bo@contoso.com";

    private final DataSource dataSource = LaptopDatabase.freshWithMessagingTables();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Inbox inbox = new Inbox(database);
    private UnreadableReader reader = unreadable -> {
        throw new Unreadable("it is gibberish");
    };
    private final DeadLetters deadLetters =
            DeadLettersOf.database(dataSource, meters, unreadable -> reader.read(unreadable));

    @Test
    void showsThoseThatAreMeantPageByPage() {
        long first = dead("a", "project001", "test", "Lost.find");
        long second = dead("b", "project002", "test", "Lost.find");
        dead("c", "project002", "other", "Lost.find");
        inbox.store(entry("waiting", "project001", "test"));

        var tests = new DeadLetterFilter(null, "test", null, null);

        assertThat(deadLetters.list(tests, 0, 1)).extracting(DeadLetter::seq).containsExactly(first);
        assertThat(deadLetters.list(tests, first, 10))
                .extracting(DeadLetter::seq)
                .containsExactly(second);
        assertThat(deadLetters.list(ofProject("project002"), 0, 10))
                .extracting(DeadLetter::type)
                .containsExactly("test", "other");
        assertThat(deadLetters.count(DeadLetterFilter.ALL)).isEqualTo(3);
        assertThat(deadLetters.count(new DeadLetterFilter(null, null, null, Set.of())))
                .isZero();
    }

    @Test
    void groupsByTypeExceptionAndPlace() {
        long example = dead("a", "project001", "test", "Lost.find");
        dead("b", "project002", "test", "Lost.find");
        dead("c", "project002", "test", "Other.place");
        dead("d", "project002", "other", null);

        var groups = deadLetters.groups(DeadLetterFilter.ALL);

        assertThat(groups).extracting(DeadLetterGroup::count).containsExactly(2L, 1L, 1L);
        assertThat(groups.get(0).example()).isEqualTo(example);
        assertThat(groups.get(0).exampleError()).isEqualTo("no luck with a");
        assertThat(deadLetters.list(DeadLetterFilter.group(groups.get(0).group()), 0, 10))
                .hasSize(2);
    }

    @Test
    void showsOneWithItsContentAndWhatWasDoneAboutIt() {
        long seq = dead("a", "project001", "test", "Lost.find");
        deadLetters.resubmit(DeadLetterFilter.one(seq), 0, ANNA);

        var found = deadLetters.find(seq).orElseThrow();

        assertThat(found.content()).asString(UTF_8).isEqualTo("{}");
        assertThat(found.deadLetter().status()).isEqualTo("WAITING");
        assertThat(found.deadLetter().error()).isEqualTo("no luck with a");
        assertThat(found.acts()).singleElement().satisfies(act -> {
            assertThat(act.act()).isEqualTo("RESUBMITTED");
            assertThat(act.person()).isEqualTo(ANNA);
        });
    }

    @Test
    void doesNotShowWhatNeverWasDead() {
        inbox.store(entry("a", "project001", "test"));

        assertThat(deadLetters.find(1)).isEmpty();
    }

    @Test
    void aSecondResubmissionChangesNothing() {
        long seq = dead("a", "project001", "test", "Lost.find");

        var first = deadLetters.resubmit(DeadLetterFilter.one(seq), 0, ANNA);
        var second = deadLetters.resubmit(DeadLetterFilter.one(seq), 0, BO);

        assertThat(first.done()).isOne();
        assertThat(second.done()).isZero();
        assertThat(deadLetters.find(seq).orElseThrow().acts())
                .extracting(DeadLetterAct::person)
                .containsExactly(ANNA);
    }

    @Test
    void twoPeopleAtOnceResubmitEachOnce() {
        IntStream.range(0, 600).forEach(number -> dead("m" + number, "project00" + number % 7, "test", "Lost.find"));

        var anna = CompletableFuture.supplyAsync(() -> deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA));
        var bo = CompletableFuture.supplyAsync(() -> deadLetters.resubmit(DeadLetterFilter.ALL, 0, BO));

        assertThat(anna.join().done() + bo.join().done()).isEqualTo(600);
        assertThat(count("dead_letter_act")).isEqualTo(600);
        assertThat(count("inbox WHERE status = 'WAITING'")).isEqualTo(600);
        assertThat(count("inbox WHERE head")).isEqualTo(7);
    }

    @Test
    void oneResubmitsWhileAnotherDiscardsAndEachIsDoneOnce() {
        IntStream.range(0, 600).forEach(number -> dead("m" + number, "project00" + number % 7, "test", "Lost.find"));

        var anna = CompletableFuture.supplyAsync(() -> deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA));
        var bo = CompletableFuture.supplyAsync(() -> deadLetters.discard(DeadLetterFilter.ALL, 0, BO, "old"));

        assertThat(anna.join().done() + bo.join().done()).isEqualTo(600);
        assertThat(count("dead_letter_act")).isEqualTo(600);
        assertThat(count("inbox WHERE status = 'WAITING'"))
                .isEqualTo(anna.join().done());
    }

    @Test
    void resubmitsAGroupAndLeavesTheOthers() {
        dead("a", "project001", "test", "Lost.find");
        long other = dead("b", "project001", "test", "Other.place");
        String group = deadLetters.list(DeadLetterFilter.ALL, 0, 1).get(0).group();

        assertThat(deadLetters.resubmit(DeadLetterFilter.group(group), 0, ANNA).done())
                .isOne();

        assertThat(deadLetters.list(DeadLetterFilter.ALL, 0, 10))
                .extracting(DeadLetter::seq)
                .containsExactly(other);
    }

    @Test
    void manyAreDoneInSeveralSteps() {
        database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content, status, received_at, next_attempt_at)
                        SELECT 'm' || n, 'factory-events', 'test', 'project' || n % 50, '{}', 'DEAD', now(), now()
                        FROM generate_series(1, 2300) n
                        """).update();

        var first = deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA);
        var second = deadLetters.resubmit(DeadLetterFilter.ALL, first.next(), ANNA);
        var third = deadLetters.resubmit(DeadLetterFilter.ALL, second.next(), ANNA);

        assertThat(List.of(first.done(), second.done(), third.done())).containsExactly(1000, 1000, 300);
        assertThat(third.next()).isNull();
        assertThat(count("inbox WHERE head")).isEqualTo(50);
    }

    @Test
    void discardsForAReasonAndKeepsTheOthers() {
        long seq = dead("a", "project001", "test", "Lost.find");
        dead("b", "project001", "test", "Lost.find");

        assertThat(deadLetters
                        .discard(DeadLetterFilter.one(seq), 0, ANNA, "the project is gone")
                        .done())
                .isOne();
        assertThat(deadLetters
                        .discard(DeadLetterFilter.one(seq), 0, BO, "again")
                        .done())
                .isZero();

        assertThat(deadLetters.count(DeadLetterFilter.ALL)).isOne();
        var discarded = deadLetters.find(seq).orElseThrow();
        assertThat(discarded.deadLetter().status()).isEqualTo("DISCARDED");
        assertThat(discarded.acts()).extracting(DeadLetterAct::reason).containsExactly("the project is gone");
        assertThat(count("inbox WHERE done_at IS NOT NULL")).isOne();
    }

    @Test
    void whatIsDiscardedCanNotBeResubmitted() {
        long seq = dead("a", "project001", "test", "Lost.find");
        deadLetters.discard(DeadLetterFilter.one(seq), 0, ANNA, "old");

        assertThat(deadLetters.resubmit(DeadLetterFilter.one(seq), 0, ANNA).done())
                .isZero();
    }

    @Test
    void whatStillCanNotBeReadStaysDeadAndSaysWhy() {
        long seq = unreadable();

        var outcome = deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA);

        assertThat(outcome.done()).isZero();
        assertThat(outcome.stillDead()).containsExactly(new StillDead(seq, "it is gibberish"));
        assertThat(deadLetters.count(DeadLetterFilter.ALL)).isOne();
        assertThat(count("dead_letter_act")).isZero();
    }

    @Test
    void whatNoDatabaseTakesStaysDead() {
        unreadable();
        reader = unreadable -> entry("nul \0", "project001", "test");

        assertThat(deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA).stillDead())
                .hasSize(1);
        assertThat(deadLetters.count(DeadLetterFilter.ALL)).isOne();
    }

    @Test
    void whatCanBeReadNowBecomesAnEntryLikeAnyOther() {
        long seq = unreadable();
        reader = unreadable -> entry("readable", "project001", "test");

        assertThat(deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA).done()).isOne();
        assertThat(deadLetters.resubmit(DeadLetterFilter.one(seq), 0, ANNA).done())
                .isZero();

        assertThat(count("inbox WHERE status = 'WAITING' AND head AND entry_id = 'readable'"))
                .isOne();
        assertThat(deadLetters.find(seq).orElseThrow().deadLetter().status()).isEqualTo("DONE");
    }

    @Test
    void whatWasHandledMeanwhileIsNotHandledAgain() {
        unreadable();
        inbox.store(entry("readable", "project001", "test"));
        database.sql("UPDATE inbox SET status = 'DONE', head = false WHERE entry_id = 'readable'")
                .update();
        reader = unreadable -> entry("readable", "project001", "test");

        assertThat(deadLetters.resubmit(DeadLetterFilter.ALL, 0, ANNA).done()).isOne();

        assertThat(count("inbox WHERE status = 'DONE'")).isEqualTo(2);
    }

    @Test
    void countsWhatPeopleDo() {
        long seq = dead("a", "project001", "test", "Lost.find");
        dead("b", "project001", "test", "Lost.find");

        deadLetters.resubmit(DeadLetterFilter.one(seq), 0, ANNA);
        deadLetters.discard(DeadLetterFilter.ALL, 0, ANNA, "old");

        assertThat(meters.counter("factory.dead.letters.resubmitted", "type", "test")
                        .count())
                .isOne();
        assertThat(meters.counter("factory.dead.letters.discarded", "type", "test")
                        .count())
                .isOne();
    }

    private long unreadable() {
        inbox.storeUnreadable(
                entry("dead-letter/1/x", "factory-events/dead-letter/1/x", InboxEntry.UNREADABLE),
                "{}",
                "InvalidEvent",
                "no JSON");
        return deadLetters.list(DeadLetterFilter.ALL, 0, 1).get(0).seq();
    }

    private long dead(String id, String project, String type, String place) {
        return database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content, status, attempts, error_type,
                                           last_error, error_place, received_at, next_attempt_at, first_failed_at, last_failed_at)
                        VALUES (?, 'factory-events', ?, ?, '{}', 'DEAD', 12, 'java.lang.IllegalStateException',
                                'no luck with ' || ?, ?, now(), now(), now(), now())
                        RETURNING seq
                        """)
                .params(id, type, project, id, place)
                .query(Long.class)
                .single();
    }

    private static DeadLetterFilter ofProject(String project) {
        return new DeadLetterFilter(null, null, null, Set.of(project));
    }

    private int count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }

    private static InboxEntry entry(String id, String project, String type) {
        return new InboxEntry(id, "factory-events", type, project, null, "{}".getBytes(UTF_8), null);
    }
}
