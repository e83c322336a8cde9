package io.aifactory.provisioning.itsm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.provisioning.itsm.TicketFixture;
import io.aifactory.provisioning.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDeskTests {

    @TempDir
    private Path folder;

    @Test
    void writesTheAnswerThatCountsNow() throws IOException {
        var desk = new LocalDesk(folder.resolve("answers"));

        desk.answer(TicketFixture.answer(OrderStatus.ACCEPTED, null));
        desk.answer(TicketFixture.answer(OrderStatus.FAILED, null, "vault of prod: no room", "lake of test: no room"));

        JsonNode answer = new ObjectMapper()
                .readTree(folder.resolve("answers/RITM0010588.json").toFile());
        assertThat(answer.path("status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("project").asText()).isEqualTo("project001");
        assertThat(answer.path("reasons")).hasSize(2);
        try (Stream<Path> files = Files.list(folder.resolve("answers"))) {
            assertThat(files).hasSize(1);
        }
    }
}
