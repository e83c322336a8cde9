package io.aifactory.contracts.model.boosters;

import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text that LightGBM 4 saves a model as (its {@code GBDT::SaveModelToString}). Objectives regression, binary
 * and multiclass; numerical splits only.
 */
public final class LightGbmModelText {

    private LightGbmModelText() {}

    /**
     * Reads a model of weight 1.
     *
     * @throws ModelRefused when the text is no such model, with the reason
     */
    public static Member read(String name, String text) {
        var blocks = text.split("\n\n(?=Tree=)|\n\n?(?=end of trees)");
        var header = values(blocks[0]);
        if (blocks[0].lines().anyMatch("average_output"::equals)) {
            throw new ModelRefused("LightGBM models that average their trees are not supported");
        }
        int sums = Integer.parseInt(required(header, "num_tree_per_iteration"));
        var trees = new ArrayList<Tree>();
        for (int i = 1; i < blocks.length && blocks[i].startsWith("Tree="); i++) {
            trees.add(tree(values(blocks[i]), (i - 1) % sums));
        }
        return new Member(name, 1, link(required(header, "objective")), Collections.nCopies(sums, 0.0), trees);
    }

    private static Link link(String objective) {
        var words = List.of(objective.split(" "));
        return switch (words.get(0)) {
            case "regression" -> Link.IDENTITY;
            case "multiclass" -> Link.SOFTMAX;
            case "binary" -> {
                if (!words.contains("sigmoid:1")) {
                    throw new ModelRefused("LightGBM binary models need sigmoid 1, this has: " + objective);
                }
                yield Link.SIGMOID;
            }
            default -> throw new ModelRefused("LightGBM objective '%s' is not supported".formatted(objective));
        };
    }

    private static Tree tree(Map<String, String> values, int output) {
        if (!"0".equals(values.getOrDefault("num_cat", "0")) || "1".equals(values.get("is_linear"))) {
            throw new ModelRefused("LightGBM trees with categorical splits or linear leaves are not supported");
        }
        var nodes = LightGbmTreeNodes.of(values);
        return nodes.toTree(output, 2 * nodes.leafCount() - 1);
    }

    static String required(Map<String, String> values, String key) {
        var value = values.get(key);
        if (value == null) {
            throw new ModelRefused("LightGBM model text lacks '%s'".formatted(key));
        }
        return value;
    }

    private static Map<String, String> values(String block) {
        var values = new HashMap<String, String>();
        block.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }
}
