package io.aifactory.contracts.model.trees;

import io.aifactory.contracts.model.ModelRefused;
import java.util.List;

/**
 * Several boosted models whose weighted scores add up.
 *
 * @param featureCount numbers in a row
 * @param members the models, all with scores of the same length
 */
public record TreeEnsemble(int featureCount, List<Member> members) {

    public TreeEnsemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new ModelRefused("A tree ensemble needs at least one member");
        }
        int outputs = members.get(0).outputs();
        for (var member : members) {
            requireFitting(member, outputs, featureCount);
        }
    }

    /** Numbers in a score. */
    public int outputs() {
        return members.get(0).outputs();
    }

    private static void requireFitting(Member member, int outputs, int featureCount) {
        if (member.outputs() != outputs) {
            throw new ModelRefused(
                    "Member '%s' has %d outputs, the first has %d".formatted(member.name(), member.outputs(), outputs));
        }
        int highest =
                member.trees().stream().mapToInt(Tree::highestFeature).max().orElse(-1);
        if (highest >= featureCount) {
            throw new ModelRefused(
                    "Member '%s' asks for feature %d of %d".formatted(member.name(), highest, featureCount));
        }
    }
}
