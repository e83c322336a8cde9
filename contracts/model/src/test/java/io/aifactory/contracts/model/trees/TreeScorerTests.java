package io.aifactory.contracts.model.trees;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.model.Scorer;
import io.aifactory.contracts.model.ScorerContract;
import io.aifactory.contracts.model.boosters.TrainedModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeScorerTests extends ScorerContract {

    @Override
    protected Scorer open(TrainedModel model) {
        return new TreeScorer(model.ensemble());
    }

    @Test
    void addsWeightedScoresOfMembers() {
        var ensemble = new TreeEnsemble(1, List.of(constant(3, 0.25), constant(7, 0.75)));
        try (var scorer = new TreeScorer(ensemble)) {

            assertThat(scorer.score(new float[] {1})).containsExactly(6.0);
        }
    }

    @Test
    void scoresDoNotDependOnHowManyTreesStandTogether() {
        var trees = IntStream.range(0, 21).mapToObj(i -> leaf(1 << i)).toList();
        var member = new Member("powers", 1, Link.IDENTITY, List.of(0.5), trees);
        try (var scorer = new TreeScorer(new TreeEnsemble(1, List.of(member)))) {

            assertThat(scorer.score(new float[] {0})).containsExactly((1 << 21) - 0.5);
        }
    }

    private static Member constant(double value, double weight) {
        return new Member("constant", weight, Link.IDENTITY, List.of(0.0), List.of(leaf(value)));
    }

    private static Tree leaf(double value) {
        return new Tree(0, new int[1], new float[1], new boolean[1], new int[1], new double[] {value});
    }
}
