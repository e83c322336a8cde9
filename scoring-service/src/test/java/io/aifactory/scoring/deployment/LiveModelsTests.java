package io.aifactory.scoring.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.Scorer;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.aifactory.scoring.scored.ScoredShape;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveModelsTests {

    private static final ScoringEndpoint ENDPOINT = new ScoringEndpoint(
            new ProjectId("project001"), EnvironmentTier.DEV, new ModelName("11_diabetes_model_reg"));
    private static final FeatureSchema SCHEMA = SampleModels.regression(1).schema();

    private final LiveModels live = new LiveModels();

    @Test
    void replacedModelIsFreedWhenItsLastHolderIsDone() {
        var first = new WatchedScorer();
        exchange(1, first);
        var held = live.use(ENDPOINT).orElseThrow();

        exchange(2, new WatchedScorer());

        assertThat(first.closed).isFalse();
        held.close();
        assertThat(first.closed).isTrue();
    }

    @Test
    void modelThatWasPromotedEarlierDoesNotReplaceALaterOne() {
        var late = new WatchedScorer();
        exchange(2, new WatchedScorer());

        exchange(1, late);

        assertThat(late.closed).isTrue();
        assertThat(live.use(ENDPOINT))
                .hasValueSatisfying(model -> assertThat(model.version()).isEqualTo(2));
    }

    @Test
    void nobodyEverHoldsAFreedModel() throws Exception {
        exchange(0, new WatchedScorer());
        var pool = Executors.newFixedThreadPool(4);
        Callable<Integer> user = () -> {
            for (int i = 0; i < 20_000; i++) {
                try (var model = live.use(ENDPOINT).orElseThrow()) {
                    model.scorer().score(new float[2]);
                }
            }
            return 0;
        };

        var users = IntStream.range(0, 3).mapToObj(i -> pool.submit(user)).toList();
        for (int version = 1; version <= 2_000; version++) {
            exchange(version, new WatchedScorer());
        }

        for (var each : users) {
            assertThat(each.get()).isZero();
        }
        pool.shutdown();
    }

    @Test
    void whatIsRemovedIsOnlyWhatWasSeen() {
        exchange(1, new WatchedScorer());
        var seen = live.snapshot().get(ENDPOINT);
        exchange(2, new WatchedScorer());

        live.remove(ENDPOINT, seen);
        assertThat(live.snapshot()).containsKey(ENDPOINT);
        live.remove(ENDPOINT, live.snapshot().get(ENDPOINT));

        assertThat(live.use(ENDPOINT)).isEmpty();
    }

    private void exchange(int version, Scorer scorer) {
        try (var model = model(version, scorer)) {
            live.exchange(ENDPOINT, model);
        }
    }

    private static LiveModel model(int version, Scorer scorer) {
        return new LiveModel(version, Instant.EPOCH.plusSeconds(version), SCHEMA, ScoredShape.of(SCHEMA), scorer);
    }

    private static final class WatchedScorer implements Scorer {

        private volatile boolean closed;

        @Override
        public int featureCount() {
            return 2;
        }

        @Override
        public int outputCount() {
            return 1;
        }

        @Override
        public double[] score(float[] row) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return new double[1];
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed twice");
            }
            closed = true;
        }
    }
}
