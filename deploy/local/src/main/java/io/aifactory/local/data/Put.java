package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a file in. */
@Command(
        name = "put",
        description = "Hand a file in to a dataset of a model, to learn from or to be scored.",
        footer = {
            "",
            "The file is looked at first; then it is copied to the dataset's folder for today and the factory takes it from there.",
            "Copying a file into the folder by hand does the same.",
            "",
            "Examples:",
            "  ./factory put measurements.csv --project project001 --model 11_diabetes_model_reg --dataset ds01_measurements",
            "  ./factory put patients.csv --project project001 --model 11_diabetes_model_reg --dataset ds01_measurements \\",
            "      --env prod --inference"
        })
public final class Put implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A .csv with a heading, or a .parquet.")
    private Path file = Path.of("");

    @Option(names = "--project", required = true, description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", required = true, description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(names = "--dataset", required = true, description = "Such as ds01_measurements.")
    private String dataset = "";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Option(names = "--inference", description = "To be scored instead of learned from.")
    private boolean inference;

    @Option(
            names = "--version",
            description = "With --inference: which version scores it. Default: 0, the leading one.")
    private @Nullable Integer version;

    @Option(names = "--date", description = "The day it belongs to, as 2026-11-20. Default: today.")
    private @Nullable LocalDate date;

    @Option(names = "--no-wait", description = "Do not wait until it is refined.")
    private boolean noWait;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (version != null && !inference) {
            throw Refusal.usage("--version is for data to be scored: it needs --inference.");
        }
        var handIn = new HandIn(FactoryHome.current(), FactoryApi.as(signIn), Clock.systemUTC());
        var zone = LandingZone.of(project, model, dataset, environment, scoringVersion(), day());
        var landed = handIn.put(TableFile.of(file), zone);
        output.progress("Handed in: " + landed.file().path());
        if (noWait) {
            output.answer(Map.of("path", landed.file().path()), List.of());
        } else {
            show(handIn.await(landed));
        }
        return 0;
    }

    private @Nullable Integer scoringVersion() {
        if (!inference) {
            return null;
        }
        return version == null ? Integer.valueOf(0) : version;
    }

    private LocalDate day() {
        return date == null ? LocalDate.now(Clock.systemUTC()) : date;
    }

    private void show(JsonNode saved) {
        var line = "%s %s version %s: %s rows, %s bad rows"
                .formatted(
                        Fields.text(saved, "dataset"),
                        Fields.text(saved, "layer"),
                        Fields.text(saved, "version"),
                        Fields.text(saved, "rows"),
                        Fields.text(saved, "badRows"));
        output.answer(saved, List.of(line));
    }
}
