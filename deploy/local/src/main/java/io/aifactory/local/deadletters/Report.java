package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.ArrayList;
import java.util.List;

/** Says what came of an act: to how many it was done, and which are dead all the same. */
record Report(Acting acting, String done) {

    ExitCode print(Answers answers, Output output) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        List<String> lines = new ArrayList<>();
        List<String> stillDead = new ArrayList<>();
        answers.each((service, sum) -> {
            document.set(service.module(), sum);
            if (acting.count(sum) > 0) {
                lines.add("%s: %d %s.".formatted(service.module(), acting.count(sum), done));
            }
            sum.path("stillDead").forEach(one -> stillDead.add(line(service, one)));
        });
        if (lines.isEmpty() && stillDead.isEmpty()) {
            lines.add("None of them is dead; nothing %s.".formatted(done));
        }
        lines.addAll(stillDead);
        output.answer(document, lines);
        return exitCode(answers, stillDead);
    }

    private static String line(ServiceName service, JsonNode one) {
        return "%s can still not be read: %s"
                .formatted(LetterId.of(service, one), Shown.line(Fields.text(one, "reason")));
    }

    private static ExitCode exitCode(Answers answers, List<String> stillDead) {
        return answers.complete() && !stillDead.isEmpty() ? ExitCode.REFUSED : answers.exitCode();
    }
}
