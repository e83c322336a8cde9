package io.aifactory.scoring;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.ToScoreFile;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The other services, as a test plays them. */
public final class Neighbours {

    /** When everything here happens: just now, because a batch does not wait long for its model. */
    public static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** How long a test waits for what takes a moment: long, because a machine that builds has much else to do. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private final FactoryBusProbe bus;
    private final Lakes lakes;

    public Neighbours(FactoryBusProbe bus, Lakes lakes) {
        this.bus = bus;
        this.lakes = lakes;
    }

    /** Returns a project no test has had. */
    public static ProjectId newProject() {
        return ProjectId.of(PROJECTS.incrementAndGet());
    }

    /** Returns the endpoint of a regression in dev of a project no test has had, provisioned. */
    public ScoringEndpoint newEndpoint() {
        var endpoint = new ScoringEndpoint(newProject(), EnvironmentTier.DEV, new ModelName("11_diabetes_model_reg"));
        provision(endpoint);
        return endpoint;
    }

    public void provision(ScoringEndpoint endpoint) {
        bus.publish(new EnvironmentProvisioned(endpoint.project(), endpoint.environment(), 1, List.of(), NOW));
    }

    /** Promotes a version and waits until it answers. */
    public void deploy(ScoringEndpoint endpoint, int version, ModelArtifact artifact) {
        promote(endpoint, version, artifact);
        awaitDeployed(endpoint, version);
    }

    public void awaitDeployed(ScoringEndpoint endpoint, int version) {
        bus.await(
                ModelDeployed.class,
                event -> event.scoringPath().equals(endpoint.path()) && event.version() == version);
    }

    public ModelPromoted promote(ScoringEndpoint endpoint, int version, ModelArtifact artifact) {
        var event = promotion(endpoint, version, artifact, NOW.plusSeconds(version));
        bus.publish(event);
        return event;
    }

    /** Puts the artifact into the lake and returns the event that would say so. */
    public ModelPromoted promotion(ScoringEndpoint endpoint, int version, ModelArtifact artifact, Instant at) {
        var file = new ModelFile(
                ModelZone.train(endpoint.project(), endpoint.model()),
                endpoint.environment(),
                version,
                ModelFile.ARTIFACT);
        lakes.of(endpoint.environment()).publish(file, LakeContent.of(artifact.bytes()));
        return new ModelPromoted(
                endpoint.project(),
                endpoint.model(),
                version,
                "promotion-" + version,
                endpoint.environment(),
                new ModelArtifactReference(file.file(), artifact.sha256(), artifact.size()),
                null,
                "settings",
                at);
    }

    /** Saves rows, given as SQL, for a model version to score; 0 is the leading one. */
    public DatasetSaved saveToScore(ScoringEndpoint endpoint, int version, int modelVersion, String sql) {
        var file = new ToScoreFile(
                ModelZone.inference(endpoint.project(), endpoint.model(), modelVersion),
                endpoint.environment(),
                null,
                Edition.version(version));
        lakes.of(endpoint.environment()).publish(file, LakeContent.of(parquet(sql)));
        var event = toScore(endpoint, version, file.file());
        bus.publish(event);
        return event;
    }

    public static DatasetSaved toScore(ScoringEndpoint endpoint, int version, LakeFile file) {
        return new DatasetSaved(
                endpoint.project(),
                endpoint.model(),
                new DatasetReference(DatasetName.GOLD, LakeLayer.GOLD_TO_SCORE, version, file, 1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                "run-" + version,
                NOW);
    }

    /** Returns a Parquet file of the rows that the SQL says. */
    public static Path parquet(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            Path file = Files.createTempDirectory("rows").resolve("rows.parquet");
            statement.execute("copy (%s) to '%s' (format parquet)".formatted(sql, file));
            return file;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
