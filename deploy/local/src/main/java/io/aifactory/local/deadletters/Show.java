package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(
        name = "show",
        description = "Show one dead letter: what is in it, why it died, and what was done about it.",
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters show lake-service/42",
            "  ./factory dead-letters show lake-service/42 --json"
        })
final class Show implements Callable<Integer> {

    private static final Pattern LABEL_ALONE = Pattern.compile("[a-z]+ +");

    @Parameters(paramLabel = "ID", converter = LetterId.Converter.class, description = "Such as lake-service/42.")
    private LetterId id = new LetterId(ServiceName.LAKE, 0);

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var letter = FactoryApi.as(signIn).get(id.service(), ResourcePath.of("dead-letters", id.seq()));
        output.answer(letter, lines(letter));
        return 0;
    }

    private List<String> lines(JsonNode letter) {
        var lines = new ArrayList<>(List.of(
                "%s  %s  %s".formatted(id, Fields.lower(letter, "status"), Shown.line(Fields.text(letter, "type"))),
                "project    " + Shown.line(Fields.text(letter, "partition")),
                "message    %s from %s"
                        .formatted(
                                Shown.line(Fields.text(letter, "messageId")),
                                Shown.line(Fields.text(letter, "channel"))),
                "received   " + Fields.time(letter, "receivedAt"),
                "failed     %s to %s, %s attempts"
                        .formatted(
                                Fields.time(letter, "firstFailedAt"),
                                Fields.time(letter, "lastFailedAt"),
                                Fields.text(letter, "attempts")),
                "because    %s: %s"
                        .formatted(Fields.text(letter, "errorType"), Shown.line(Fields.text(letter, "error"))),
                "in         " + Fields.text(letter, "errorPlace"),
                "group      " + Fields.text(letter, "group"),
                "trace      " + Fields.text(letter, "traceId"),
                "attributes " + Shown.line(letter.path("attributes").toString())));
        lines.removeIf(line -> LABEL_ALONE.matcher(line).matches());
        letter.path("acts").forEach(act -> lines.add(line(act)));
        lines.add("");
        lines.addAll(content(letter.path("content")));
        return lines;
    }

    private static String line(JsonNode act) {
        String reason = Fields.text(act, "reason");
        return "%-10s %s by %s%s"
                .formatted(
                        Fields.lower(act, "act"),
                        Fields.time(act, "at"),
                        Shown.line(Fields.text(act, "person")),
                        reason.isEmpty() ? "" : ": " + Shown.line(reason));
    }

    private static List<String> content(JsonNode content) {
        JsonNode value = content.path("value");
        return switch (Fields.text(content, "format")) {
            case "json" -> value.toPrettyString().lines().toList();
            case "base64" -> List.of("not text; as base64:", value.asText());
            default -> value.asText().lines().map(Shown::line).toList();
        };
    }
}
