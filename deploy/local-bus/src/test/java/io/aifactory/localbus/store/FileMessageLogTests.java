package io.aifactory.localbus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.localbus.entity.MessageLog.SeenId;
import io.aifactory.localbus.entity.MessageState;
import io.aifactory.localbus.entity.StoredMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMessageLogTests {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00.123Z");

    @TempDir
    Path directory;

    private FileMessageLog log;

    @BeforeEach
    void open() {
        log = FileMessageLog.open(directory.resolve("messages.mv"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsEveryDetailAgain() {
        StoredMessage scheduled = new StoredMessage(
                7, 3, THEN, THEN.plusSeconds(1), THEN.plusSeconds(9), 2, MessageState.SCHEDULED, false, "lane-1");
        StoredMessage dead =
                new StoredMessage(8, 3, THEN, null, StoredMessage.NEVER, 0, MessageState.ACTIVE, true, null);
        log.savePayload(3, new byte[] {1, 2, 3});
        log.save("q", scheduled);
        log.save("q", dead);
        log.remember("q", new SeenId(7, "m1", THEN));
        log.saveRules("q", List.of(new byte[] {4}, new byte[] {5, 6}));
        log.saveSessionState("q", "lane-1", new byte[] {9});

        reopen();

        assertThat(log.messages("q", 0)).toIterable().containsExactly(scheduled, dead);
        assertThat(log.messages("q", 8)).toIterable().containsExactly(dead);
        assertThat(log.payload(3)).containsExactly(1, 2, 3);
        assertThat(log.remembered("q")).toIterable().containsExactly(new SeenId(7, "m1", THEN));
        assertThat(log.rules("q")).containsExactly(new byte[] {4}, new byte[] {5, 6});
        assertThat(log.rules("other")).isNull();
        assertThat(log.sessionState("q", "lane-1")).containsExactly(9);
    }

    @Test
    void keepsAPayloadUntilTheLastMessageIsGone() {
        StoredMessage here = message(1, 1);
        log.savePayload(1, new byte[] {1});
        log.save("a", here);
        log.save("b", here);

        reopen();
        log.remove("a", here);
        byte[] meanwhile = log.payload(1);
        log.remove("b", here);

        assertThat(meanwhile).containsExactly(1);
        assertThatThrownBy(() -> log.payload(1)).hasMessage("Payload 1 is gone");
    }

    @Test
    void dropsThePayloadThatWasReplaced() {
        log.savePayload(1, new byte[] {1});
        log.save("a", message(1, 1));
        log.savePayload(2, new byte[] {2});
        log.save("a", message(1, 2));

        assertThat(log.payload(2)).containsExactly(2);
        assertThatThrownBy(() -> log.payload(1)).hasMessage("Payload 1 is gone");
    }

    @Test
    void neverGivesANumberTwice() {
        long before = log.nextNumber();

        reopen();

        assertThat(log.nextNumber()).isGreaterThan(before);
    }

    private void reopen() {
        log.close();
        open();
    }

    private static StoredMessage message(long sequence, long payload) {
        return new StoredMessage(
                sequence, payload, THEN, null, StoredMessage.NEVER, 0, MessageState.ACTIVE, false, null);
    }
}
