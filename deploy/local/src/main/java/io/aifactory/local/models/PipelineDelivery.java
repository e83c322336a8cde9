package io.aifactory.local.models;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.DeliveredModelFile;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.local.bus.QueueSender;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A model delivered the way a pipeline of Azure DevOps does: its file lies in the dev lake, then a message says that training is
 * complete.
 *
 * @param project whose model
 * @param model which model
 * @param buildId the pipeline's build
 * @param features the columns its input takes, in this order
 * @param requestedFor who answers for the model
 */
public record PipelineDelivery(
        ProjectId project, ModelName model, String buildId, List<String> features, String requestedFor) {

    private static final String QUEUE = "pipeline-runs";

    public PipelineDelivery {
        features = List.copyOf(features);
    }

    /**
     * Returns the delivery.
     *
     * @throws Refusal if a name is none
     */
    public static PipelineDelivery of(
            String project, String model, String buildId, List<String> features, String requestedFor) {
        try {
            return new PipelineDelivery(new ProjectId(project), new ModelName(model), buildId, features, requestedFor);
        } catch (InvalidName e) {
            throw Refusal.of(String.valueOf(e.getMessage()));
        }
    }

    /** Puts a copy of the model where the pipeline would and returns its path in the lake. */
    public String place(FactoryHome home, Path onnx) {
        var delivered = file(String.valueOf(onnx.getFileName()));
        var target = home.lake().resolve("dev").resolve("lake3").resolve(delivered.path());
        try {
            FactoryHome.made(FactoryHome.folderOf(target));
            Files.copy(onnx, target, StandardCopyOption.REPLACE_EXISTING);
            return delivered.path();
        } catch (IOException e) {
            throw new UncheckedIOException("can not copy %s to %s".formatted(onnx, target), e);
        }
    }

    /** Says that training is complete; saying it again changes nothing. */
    public void announce(FactoryHome home, String path) {
        var state = new StateFile(home)
                .readSupervised()
                .orElseThrow(() -> Refusal.unreachable("The factory is not up. Start it with ./factory up"));
        try (var sender = new QueueSender(new BusAddress(home, state.ports().getOrDefault(Ports.BUS, 0)), QUEUE)) {
            sender.send("build-" + buildId, "application/json", message(path));
        }
    }

    private String message(String path) {
        var message = Json.MAPPER.createObjectNode();
        message.put("schema", "aif.pipeline.v1");
        message.put("action", "training-complete");
        message.put("project", project.value());
        message.put("model", model.value());
        message.put("environment", "dev");
        message.put("buildId", buildId);
        message.put("modelFile", path);
        message.put("requestedFor", requestedFor);
        features.forEach(message.putArray("features")::add);
        return message.toString();
    }

    private DeliveredModelFile file(String name) {
        try {
            return new DeliveredModelFile(ModelZone.train(project, model), EnvironmentTier.DEV, buildId, name);
        } catch (InvalidLakePath e) {
            throw Refusal.of(String.valueOf(e.getMessage()));
        }
    }
}
