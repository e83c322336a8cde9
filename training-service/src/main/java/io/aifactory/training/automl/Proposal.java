package io.aifactory.training.automl;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A model that could be the final one.
 *
 * @param parts the candidates and their weights
 * @param cvScore its metric in cross-validation
 * @param validateScore its metric on the validate set, trained on the train set; empty when there is no such set
 */
record Proposal(List<WeightedCandidate> parts, double cvScore, OptionalDouble validateScore) {

    Proposal {
        parts = List.copyOf(parts);
    }

    double weightOf(Candidate candidate) {
        return parts.stream()
                .filter(part -> part.tried().candidate().equals(candidate))
                .mapToDouble(WeightedCandidate::weight)
                .sum();
    }
}
