package io.aifactory.local.models;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.ordering.OrderedProject;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Delivers a model as a pipeline would. */
@Command(
        name = "pipeline-run",
        description = "Deliver an ONNX model as a pipeline of Azure DevOps does when its training is complete.",
        footer = {
            "",
            "The model takes one float tensor of rows by features, in the order of --features. It is scored on the same",
            "test set as the factory's own models and has to beat the champion like them.",
            "",
            "Example:",
            "  ./factory pipeline-run line.onnx --project project001 --model 11_diabetes_model_reg --features age,sex"
        })
public final class PipelineRun implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The model, as .onnx.")
    private Path file = Path.of("");

    @Option(names = "--project", required = true, description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", required = true, description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(
            names = "--features",
            required = true,
            split = ",",
            description = "The columns its input takes, in this order.")
    private List<String> features = List.of();

    @Option(names = "--build", description = "The build's id. Default: a new one.")
    private @Nullable String build;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)
                || !file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            throw Refusal.of("There is no file %s that ends in .onnx".formatted(file));
        }
        var delivery =
                PipelineDelivery.of(project, model, build == null ? newBuild() : build, features, signIn.person());
        OrderedProject.find(FactoryApi.as(signIn), delivery.project()).requireModel(delivery.model());
        var home = FactoryHome.current();
        var path = delivery.place(home, file);
        delivery.announce(home, path);
        output.answer(
                Map.of("buildId", delivery.buildId(), "path", path),
                List.of("Build %s is delivered: %s".formatted(delivery.buildId(), path)));
        return 0;
    }

    private static String newBuild() {
        return String.valueOf(System.currentTimeMillis());
    }
}
