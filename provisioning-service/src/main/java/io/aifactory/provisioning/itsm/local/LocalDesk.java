package io.aifactory.provisioning.itsm.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.itsm.TicketAnswer;
import io.aifactory.provisioning.itsm.TicketDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the answer that counts now into one file per ticket, {@code RITM0010588.json}. */
final class LocalDesk implements TicketDesk {

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Path answers;

    LocalDesk(Path answers) {
        this.answers = answers;
    }

    @Override
    public void answer(TicketAnswer answer) {
        String number = answer.ticket().number();
        try {
            Files.createDirectories(answers);
            Path aside = Files.createTempFile(answers, ".", ".part");
            json.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), contentOf(answer));
            Files.move(
                    aside,
                    answers.resolve(number + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot answer " + number, e);
        }
    }

    private ObjectNode contentOf(TicketAnswer answer) {
        ProjectId project = answer.project();
        ObjectNode content = json.createObjectNode()
                .put("number", answer.ticket().number())
                .put("instance", answer.ticket().instance())
                .put("recordId", answer.ticket().recordId())
                .put("sequence", answer.sequence())
                .put("orderId", answer.order().toString())
                .put("status", answer.status().name())
                .put("project", project == null ? null : project.value())
                .put("message", answer.message())
                .put("decidedAt", answer.decidedAt().toString());
        answer.reasons().forEach(content.putArray("reasons")::add);
        return content;
    }
}
