package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.ordering.OrderedProject;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Handing a file in: what has to be there before, and what comes of it. */
public final class HandIn {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final FactoryHome home;
    private final FactoryApi api;
    private final Clock clock;

    public HandIn(FactoryHome home, FactoryApi api, Clock clock) {
        this.home = home;
        this.api = api;
        this.clock = clock;
    }

    /**
     * A file that was handed in.
     *
     * @param file where it lies
     * @param before the newest version of its dataset before
     * @param since a time before it was copied
     */
    public record Landed(InFile file, int before, Instant since) {}

    /**
     * Copies the file to where it belongs.
     *
     * @throws Refusal if project, model, dataset or environment are not there
     */
    public Landed put(TableFile table, LandingZone zone) {
        requireDataset(zone.folder());
        var before = newest(zone.folder())
                .map(saved -> saved.path("version").asInt())
                .orElse(0);
        var since = clock.instant();
        return new Landed(zone.receive(home, table), before, since);
    }

    /**
     * Returns the refined version the file led to.
     *
     * @throws Refusal if the file was rejected or no new version came of it
     */
    public JsonNode await(Landed landed) {
        return Waiting.atMost(LIMIT)
                .hinting("Rows that are there already make no new version; see ./factory datasets "
                        + landed.file().project())
                .until("%s to be refined".formatted(landed.file().path()), () -> {
                    refuseIfRejected(landed);
                    return newest(landed.file().folder())
                            .filter(saved -> saved.path("version").asInt() > landed.before());
                });
    }

    private void requireDataset(InFolder folder) {
        var project = OrderedProject.find(api, folder.project());
        project.requireModel(folder.model());
        project.requireEnvironment(folder.environment());
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

    /** What an earlier file of the same name was rejected for says nothing about this one. */
    private void refuseIfRejected(Landed landed) {
        var file = landed.file();
        var path = ResourcePath.of("projects", file.project(), "rejections").with("model", file.model());
        api.list(ServiceName.LAKE, path).stream()
                .filter(rejection -> Fields.text(rejection, "path").endsWith(file.path()))
                .filter(rejection ->
                        !Instant.parse(Fields.text(rejection, "rejectedAt")).isBefore(landed.since()))
                .findFirst()
                .ifPresent(rejection -> {
                    throw Refusal.of("The file was rejected: " + Fields.text(rejection, "reason"));
                });
    }
}
