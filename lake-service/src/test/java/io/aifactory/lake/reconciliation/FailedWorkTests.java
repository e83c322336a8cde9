package io.aifactory.lake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests for {@link FailedWork}. */
class FailedWorkTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedWork.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void waitsLongerAfterEachFailureUpToAMinute() {
        assertThat(IntStream.of(1, 2, 6, 7, 1000).mapToObj(failures -> new FailedWork("a", failures).pause()))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(32),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));
    }

    @Test
    void everyTenthFailureInARowIsAnErrorInTheLog() {
        for (int failures = 1; failures <= 25; failures++) {
            new FailedWork("refinement:here", failures).tell(new IllegalStateException("no memory"));
        }

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.ERROR);
        assertThat(log.list.get(0).getFormattedMessage()).contains("refinement:here failed 10 times in a row");
        assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("no memory");
    }
}
