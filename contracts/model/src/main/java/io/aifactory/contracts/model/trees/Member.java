package io.aifactory.contracts.model.trees;

import io.aifactory.contracts.model.ModelRefused;
import java.util.List;

/**
 * One boosted model of an ensemble: trees that add up to sums, and the link that makes a score of them.
 *
 * @param name what it is, for people
 * @param weight its share of the ensemble's score
 * @param link how the sums become a score
 * @param base where each sum starts; its length is the number of sums
 * @param trees the trees
 */
public record Member(String name, double weight, Link link, List<Double> base, List<Tree> trees) {

    public Member {
        base = List.copyOf(base);
        trees = List.copyOf(trees);
        if (!Double.isFinite(weight) || base.stream().anyMatch(sum -> !Double.isFinite(sum))) {
            throw new ModelRefused("Member '%s' has a weight or base that is not finite".formatted(name));
        }
        if (base.isEmpty() || (link == Link.SOFTMAX) != (base.size() > 1)) {
            throw new ModelRefused("Member '%s' has %d sums for link %s".formatted(name, base.size(), link));
        }
        for (var tree : trees) {
            if (tree.output() < 0 || tree.output() >= base.size()) {
                throw new ModelRefused(
                        "Member '%s' has a tree for sum %d of %d".formatted(name, tree.output(), base.size()));
            }
        }
    }

    public Member withWeight(double newWeight) {
        return new Member(name, newWeight, link, base, trees);
    }

    /** Numbers in its score. */
    public int outputs() {
        return link.outputs(base.size());
    }
}
