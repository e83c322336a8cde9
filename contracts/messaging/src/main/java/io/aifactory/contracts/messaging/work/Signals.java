package io.aifactory.contracts.messaging.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes the threads of all replicas of a service, by PostgreSQL's LISTEN and NOTIFY. Notices are sent after the commit and
 * together, at most twenty times a second: a NOTIFY inside the transactions would make their commits wait for one another.
 * A notice that gets lost costs the poll interval and nothing else.
 */
public final class Signals implements SmartLifecycle {

    /** The channel that says the outbox has something to send. */
    public static final String OUTBOX = "factory_outbox";

    /** The channel that says the inbox has something to handle. */
    public static final String INBOX = "factory_inbox";

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final Duration PAUSE_BETWEEN_NOTICES = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final int LISTEN_MILLIS = 1_000;

    private final String replica = UUID.randomUUID().toString();
    private final DataSource dataSource;
    private final Map<String, WakeUp> wakeUps;
    private final Set<String> raised = ConcurrentHashMap.newKeySet();
    private final WakeUp announcer = new WakeUp();
    private final WakeUp trouble = new WakeUp();
    private volatile boolean running;

    /** @param wakeUps what to wake, by the channel it is woken through */
    public Signals(DataSource dataSource, Map<String, WakeUp> wakeUps) {
        this.dataSource = dataSource;
        this.wakeUps = Map.copyOf(wakeUps);
    }

    /** Wakes a thread of this process now, and those of the other replicas soon. */
    public void raise(String channel) {
        wake(channel);
        if (raised.add(channel)) {
            announcer.call();
        }
    }

    @Override
    public void start() {
        running = true;
        new Thread(() -> repeat(this::announce), "signals-announcer").start();
        new Thread(() -> repeat(this::listen), "signals-listener").start();
    }

    private void repeat(Step step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void announce() throws InterruptedException {
        announcer.await(PAUSE_AFTER_TROUBLE);
        for (String channel : raised) {
            raised.remove(channel);
            JdbcClient.create(dataSource)
                    .sql("SELECT pg_notify(?, ?)")
                    .params(channel, replica)
                    .query((row, number) -> true)
                    .single();
        }
        trouble.await(PAUSE_BETWEEN_NOTICES);
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            subscribe(connection);
            // what was announced while nobody listened
            wakeUps.values().forEach(WakeUp::call);
            PGConnection notices = connection.unwrap(PGConnection.class);
            while (running) {
                for (PGNotification notice : notices.getNotifications(LISTEN_MILLIS)) {
                    if (!notice.getParameter().equals(replica)) {
                        wake(notice.getName());
                    }
                }
            }
        }
    }

    private void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : wakeUps.keySet()) {
                statement.execute("LISTEN " + channel);
            }
        }
    }

    private void wake(String channel) {
        WakeUp wakeUp = wakeUps.get(channel);
        if (wakeUp != null) {
            wakeUp.call();
        }
    }

    private void pauseAfter(Exception reason) {
        if (!running) {
            return;
        }
        LOG.warn("signals between replicas pause, polling goes on: {}", reason.toString());
        try {
            trouble.await(PAUSE_AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        announcer.call();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One round of what a thread does for ever. */
    private interface Step {
        void run() throws SQLException, InterruptedException;
    }
}
