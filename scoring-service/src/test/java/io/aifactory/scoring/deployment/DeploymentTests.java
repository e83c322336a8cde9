package io.aifactory.scoring.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DeploymentFailed;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelRolledBack;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class DeploymentTests {

    private static final Instant EARLY = Neighbours.NOW.minus(1, ChronoUnit.HOURS);
    private static final Instant LATE = Neighbours.NOW.plus(1, ChronoUnit.HOURS);

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private Deployments deployments;

    @Autowired
    private ModelLoader loader;

    private Neighbours neighbours;
    private ScoringEndpoint endpoint;

    @BeforeEach
    void provision() {
        neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
    }

    @Test
    void artifactThatIsNotThePromotedOneIsNotDeployedAndTheOneBeforeAnswers() {
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        var key = client.newKey(endpoint);

        bus.publish(withHash(
                neighbours.promotion(endpoint, 2, SampleModels.regression(2), LATE),
                SampleModels.regression(7).sha256()));

        assertThat(failure().reason()).contains("is not the artifact that was promoted");
        assertThat(version(key)).isEqualTo(1);
    }

    @Test
    void missingArtifactIsAFailureWithTheReason() {
        var promotion = neighbours.promotion(endpoint, 1, SampleModels.regression(1), LATE);
        lakes.of(endpoint.environment())
                .delete(LakePaths.parse(promotion.artifact().file()));

        bus.publish(promotion);

        assertThat(failure().reason()).contains("has no file").contains("model.zip");
    }

    @Test
    void brokenArtifactIsAFailureWithTheReason() {
        var promotion = neighbours.promotion(endpoint, 1, SampleModels.regression(1), LATE);
        lakes.of(endpoint.environment())
                .publish(LakePaths.parse(promotion.artifact().file()), LakeContent.of(new byte[] {1, 2, 3}));

        bus.publish(promotion);

        assertThat(failure().reason()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("brokenArtifacts")
    void everyBrokenArtifactIsAFailureWithTheReason(String reason, byte[] artifact) {
        var promotion = withHash(
                neighbours.promotion(endpoint, 1, SampleModels.regression(1), LATE), BrokenArtifacts.sha256(artifact));
        lakes.of(endpoint.environment())
                .publish(LakePaths.parse(promotion.artifact().file()), LakeContent.of(artifact));

        bus.publish(promotion);

        assertThat(failure().reason()).contains(reason);
    }

    static Stream<Arguments> brokenArtifacts() {
        return Stream.of(
                Arguments.of("has no part 'manifest.json'", BrokenArtifacts.zip(Map.of())),
                Arguments.of("manifest can't be read", BrokenArtifacts.withManifest("{}")),
                Arguments.of("can't be used", BrokenArtifacts.withManifest("null")),
                Arguments.of("can't be used", BrokenArtifacts.withFeature("null")),
                Arguments.of("has format 'x y'", BrokenArtifacts.withFormat("x\\u0000y")),
                Arguments.of("has format 'xxx", BrokenArtifacts.withFormat("x".repeat(300_000))),
                Arguments.of("ONNX", BrokenArtifacts.withOnnx(new byte[] {1, 2, 3})),
                Arguments.of("ONNX", BrokenArtifacts.withOnnx(new byte[0])));
    }

    @Test
    void featureThatCouldNotStandBesideItsScoresIsAFailure() {
        bus.publish(neighbours.promotion(endpoint, 1, SampleModels.withFeature("Prediction"), LATE));

        assertThat(failure().reason()).isEqualTo("feature 'Prediction' has a name that scores are saved under");
    }

    @Test
    void endpointWithoutADeploymentSaysSo() {
        bus.publish(neighbours.promotion(endpoint, 1, SampleModels.withFeature("scored_at"), LATE));
        failure();
        var key = client.newKey(endpoint);

        var answer = client.score(endpoint, key, "crm", "[{\"bmi\":1}]");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:aifactory:problem:nothing-deployed");
    }

    @Test
    void olderPromotionThatComesLateNeverReplacesANewerOne() {
        bus.publish(neighbours.promotion(endpoint, 2, SampleModels.regression(2), LATE));
        neighbours.awaitDeployed(endpoint, 2);
        var key = client.newKey(endpoint);

        bus.publish(neighbours.promotion(endpoint, 1, SampleModels.regression(1), EARLY));

        assertThat(failure().reason()).isEqualTo("version 2 was promoted later and answers already");
        assertThat(version(key)).isEqualTo(2);
    }

    @Test
    void rollbackBringsTheEarlierVersionBack() {
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        neighbours.deploy(endpoint, 2, SampleModels.regression(2));
        var key = client.newKey(endpoint);
        var first = neighbours.promotion(endpoint, 1, SampleModels.regression(1), EARLY);

        bus.publish(new ModelRolledBack(
                endpoint.project(),
                endpoint.model(),
                endpoint.environment(),
                "rollback-1",
                2,
                1,
                first.artifact(),
                "lead@contoso.com",
                "worse in the field",
                LATE));

        bus.await(
                ModelDeployed.class,
                event -> event.scoringPath().equals(endpoint.path())
                        && event.promotionId().equals("rollback-1"));
        assertThat(version(key)).isEqualTo(1);
    }

    @Test
    void afterARestartEveryEndpointAnswersAgainButTheBrokenOne() {
        var broken = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 4, SampleModels.regression(4));
        neighbours.deploy(broken, 5, SampleModels.regression(5));
        var artifact = deployments.readyOf(broken).orElseThrow().artifact();
        lakes.of(artifact.file())
                .publish(LakePaths.parse(artifact.file()), LakeContent.of(BrokenArtifacts.withManifest("null")));
        var live = new LiveModels();
        var meters = new SimpleMeterRegistry();

        new Reconciliation(deployments, loader, live, meters).reconcile();

        try (var model = live.use(endpoint).orElseThrow()) {
            assertThat(model.version()).isEqualTo(4);
        }
        assertThat(live.use(broken)).isEmpty();
        assertThat(meters.get("factory.deployment.broken").gauge().value()).isEqualTo(1);
    }

    @Test
    void listsWhatAnswersAndHowManyKeysOpenIt() {
        neighbours.deploy(endpoint, 3, SampleModels.regression(3));
        client.newKey(endpoint);
        client.newKey(endpoint);

        var endpoints = client.get("/projects/%s/endpoints".formatted(endpoint.project()), TestTokens.coreTeam())
                .body();

        assertThat(endpoints).hasSize(1);
        assertThat(endpoints.get(0).get("version").asInt()).isEqualTo(3);
        assertThat(endpoints.get(0).get("path").asText()).isEqualTo(endpoint.path());
        assertThat(endpoints.get(0).get("keys").asInt()).isEqualTo(2);
        assertThat(Instant.parse(endpoints.get(0).get("deployedAt").asText())).isBefore(Instant.now());
    }

    private DeploymentFailed failure() {
        return bus.await(DeploymentFailed.class, event -> event.project().equals(endpoint.project()));
    }

    private int version(String key) {
        return client.score(endpoint, key, "crm", "[{\"bmi\":1}]")
                .body()
                .get("version")
                .asInt();
    }

    private static ModelPromoted withHash(ModelPromoted event, String sha256) {
        var artifact = new ModelArtifactReference(
                event.artifact().file(), sha256, event.artifact().bytes());
        return new ModelPromoted(
                event.project(),
                event.model(),
                event.version(),
                event.promotionId(),
                event.environment(),
                artifact,
                null,
                event.approvedBy(),
                event.promotedAt());
    }
}
