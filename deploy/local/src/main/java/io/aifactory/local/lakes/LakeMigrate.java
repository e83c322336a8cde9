package io.aifactory.local.lakes;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves a lake of an older version to the current one. */
@Command(
        name = "lake-migrate",
        description = "Move a lake of version 3 to version 4, or show what would be moved. For the core team.",
        footer = {
            "",
            "Files that came in become arrivals, tables become versions. Nothing is removed before its copy was compared.",
            "A run that was stopped goes on by itself; --run again tries what could not be moved.",
            "",
            "Examples:",
            "  ./factory lake-migrate --env dev --plan",
            "  ./factory lake-migrate --env dev --run"
        })
public final class LakeMigrate implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofHours(12);

    @Option(names = "--env", required = true, description = "Whose lake: dev, test or prod.")
    private String environment = "";

    @ArgGroup(multiplicity = "1")
    private Act act = new Act();

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    /** Exactly one of them. */
    private static final class Act {

        @Option(names = "--plan", required = true, description = "Show what would be moved; changes nothing.")
        private boolean plan;

        @Option(names = "--run", required = true, description = "Move it, and wait until it is moved.")
        private boolean run;

        boolean movesFiles() {
            return run && !plan;
        }
    }

    @Override
    public Integer call() {
        var api = FactoryApi.as(signIn);
        return act.movesFiles() ? run(api) : plan(api);
    }

    private int plan(FactoryApi api) {
        var plan = api.get(ServiceName.LAKE, ResourcePath.of("lakes", environment, "migration", "plan"));
        var lines = new ArrayList<String>();
        lines.add("The lake of %s says it is of version %s.".formatted(environment, Fields.text(plan, "version")));
        Fields.items(plan.path("moves"))
                .forEach(move -> lines.add("move      %s%n       to %s"
                        .formatted(Fields.text(move, "source"), Fields.text(move, "destination"))));
        lines.addAll(remarks(plan.path("conflicts"), "conflict"));
        lines.addAll(remarks(plan.path("leftAlone"), "leave"));
        lines.add("%d to move, %d in conflict, %d left alone."
                .formatted(
                        plan.path("moves").size(),
                        plan.path("conflicts").size(),
                        plan.path("leftAlone").size()));
        output.answer(plan, lines);
        return 0;
    }

    private int run(FactoryApi api) {
        var path = ResourcePath.of("lakes", environment, "migration");
        api.post(ServiceName.LAKE, path, Map.of());
        var run = Waiting.atMost(LIMIT)
                .until(
                        "the lake of %s to be moved".formatted(environment),
                        () -> ended(api.get(ServiceName.LAKE, path)));
        output.answer(
                run,
                List.of("The lake of %s is of version %s; %s files were moved."
                        .formatted(environment, Fields.text(run, "version"), Fields.text(run, "moved"))));
        if (!Fields.text(run, "state").equals("DONE")) {
            throw Refusal.of(
                    "Not all of it could be moved. ./factory lake-migrate --env %s --plan shows what is left."
                            .formatted(environment),
                    remarks(run.path("failed"), "failed"));
        }
        return 0;
    }

    private static Optional<JsonNode> ended(JsonNode run) {
        return Optional.of(run).filter(one -> !Fields.text(one, "state").equals("RUNNING"));
    }

    private static List<String> remarks(JsonNode remarks, String what) {
        return Fields.items(remarks).stream()
                .map(remark ->
                        "%-9s %s: %s".formatted(what, Fields.text(remark, "path"), Fields.text(remark, "reason")))
                .toList();
    }
}
