package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Handing a file in: what has to be there before, and what comes of it. */
public final class HandIn {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final FactoryHome home;
    private final FactoryApi api;

    public HandIn(FactoryHome home, FactoryApi api) {
        this.home = home;
        this.api = api;
    }

    /**
     * A file that was handed in.
     *
     * @param file where it lies
     * @param before the newest version of its dataset before
     */
    public record Landed(InFile file, int before) {}

    /**
     * Copies the file to where it belongs.
     *
     * @throws Refusal if project, model or dataset are not there
     */
    public Landed put(TableFile table, LandingZone zone) {
        requireDataset(zone.folder());
        var before = newest(zone.folder())
                .map(saved -> saved.path("version").asInt())
                .orElse(0);
        return new Landed(zone.receive(home, table), before);
    }

    /**
     * Returns the refined version the file led to.
     *
     * @throws Refusal if the file was rejected
     */
    public JsonNode await(Landed landed) {
        return Waiting.atMost(LIMIT)
                .until("%s to be refined".formatted(landed.file().path()), () -> {
                    refuseIfRejected(landed.file());
                    return newest(landed.file().folder())
                            .filter(saved -> saved.path("version").asInt() > landed.before());
                });
    }

    private void requireDataset(InFolder folder) {
        var project = api.get(ServiceName.PROVISIONING, ResourcePath.of("projects", folder.project()));
        var models = Fields.items(project.path("models")).stream()
                .map(JsonNode::asText)
                .toList();
        if (!models.contains(folder.model().value())) {
            throw Refusal.of("%s has no model '%s'. It has: %s"
                    .formatted(folder.project(), folder.model(), String.join(", ", models)));
        }
        var settings = api.get(
                ServiceName.PROVISIONING,
                ResourcePath.of("projects", folder.project(), "models", folder.model(), "settings"));
        var datasets = datasets(settings);
        if (!datasets.contains(folder.dataset().value())) {
            throw Refusal.of("%s has no dataset '%s'. It has: %s"
                    .formatted(folder.model(), folder.dataset(), String.join(", ", datasets)));
        }
    }

    private static List<String> datasets(JsonNode settings) {
        return settings.findValues("datasets").stream()
                .flatMap(list -> Fields.items(list).stream())
                .map(dataset -> Fields.text(dataset, "name"))
                .distinct()
                .toList();
    }

    private Optional<JsonNode> newest(InFolder folder) {
        var path = ResourcePath.of("projects", folder.project(), "datasets")
                .with("model", folder.model())
                .with("dataset", folder.dataset())
                .with("layer", "silver")
                .with("environment", folder.environment());
        return api.list(ServiceName.LAKE, path).stream()
                .filter(saved -> Fields.text(saved, "path").contains(zone(folder)))
                .max((one, other) -> Integer.compare(
                        one.path("version").asInt(), other.path("version").asInt()));
    }

    private static String zone(InFolder folder) {
        return folder.zone() instanceof ModelZone.Train ? "/train/" : "/inference/";
    }

    private void refuseIfRejected(InFile file) {
        var path = ResourcePath.of("projects", file.project(), "rejections").with("model", file.model());
        api.list(ServiceName.LAKE, path).stream()
                .filter(rejection -> Fields.text(rejection, "path").endsWith(file.path()))
                .findFirst()
                .ifPresent(rejection -> {
                    throw Refusal.of("The file was rejected: " + Fields.text(rejection, "reason"));
                });
    }
}
