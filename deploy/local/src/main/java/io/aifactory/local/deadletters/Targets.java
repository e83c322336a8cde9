package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters to act on: some by their ids, some by what they have in common, or all in so many words. */
final class Targets {

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            converter = LetterId.Converter.class,
            description = "Single ones, such as lake-service/42.")
    private List<LetterId> ids = new ArrayList<>();

    @Mixin
    private Choice choice = new Choice();

    @Option(names = "--all", description = "All dead letters.")
    private boolean all;

    @Mixin
    private Services services = new Services();

    @Option(names = "--dry-run", description = "Only say how many it would be.")
    private boolean dryRun;

    /** Acts, says what came of it, and returns the exit code. */
    ExitCode act(Acting acting, String done, Output output) {
        requireOneWay();
        var asked = ids.isEmpty() ? services.chosen() : servicesOfIds();
        var answers =
                Answers.of(asked, output, service -> ids.isEmpty() ? onAll(acting, service) : onEach(acting, service));
        return new Report(acting, dryRun ? "would be " + done : done).print(answers, output);
    }

    private void requireOneWay() {
        long ways = List.of(!ids.isEmpty(), choice.isMade(), all).stream()
                .filter(way -> way)
                .count();
        if (ways != 1) {
            throw Refusal.usage(
                    "Say which dead letters are meant: their ids, or --group, --type or --project, or --all.");
        }
    }

    private List<ServiceName> servicesOfIds() {
        return ids.stream().map(LetterId::service).distinct().toList();
    }

    private JsonNode onAll(Acting acting, ServiceName service) {
        return dryRun ? acting.wouldBeAll(service, choice) : acting.onAll(service, choice);
    }

    private JsonNode onEach(Acting acting, ServiceName service) {
        return dryRun ? acting.wouldBeEach(service, ids) : acting.onEach(service, ids);
    }
}
