package io.aifactory.contracts.model.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Trees as JSON: per tree one array for each thing a node has. {@code left} is 0 for a leaf, whose {@code value} counts;
 * the right child follows the left one; {@code missingLeft} is 1 where a missing value goes left.
 */
final class TreesJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private TreesJson() {}

    static byte[] write(TreeEnsemble ensemble) {
        try {
            return JSON.writeValueAsBytes(EnsembleJson.of(ensemble));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Trees are always JSON", e);
        }
    }

    static TreeEnsemble read(byte[] json) {
        try {
            return JSON.readValue(json, EnsembleJson.class).ensemble();
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelRefused("The model file's trees can't be read: " + e.getMessage(), e);
        }
    }

    private record EnsembleJson(int featureCount, List<MemberJson> members) {

        static EnsembleJson of(TreeEnsemble ensemble) {
            return new EnsembleJson(
                    ensemble.featureCount(),
                    ensemble.members().stream().map(MemberJson::of).toList());
        }

        TreeEnsemble ensemble() {
            return new TreeEnsemble(
                    featureCount, members.stream().map(MemberJson::member).toList());
        }
    }

    private record MemberJson(String name, double weight, String link, List<Double> base, List<TreeJson> trees) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    member.name(),
                    member.weight(),
                    member.link().name().toLowerCase(Locale.ROOT),
                    member.base(),
                    member.trees().stream().map(TreeJson::of).toList());
        }

        Member member() {
            var treesRead = trees.stream().map(TreeJson::tree).toList();
            return new Member(name, weight, Link.valueOf(link.toUpperCase(Locale.ROOT)), base, treesRead);
        }
    }

    // the arrays go straight between the parser and a tree, nobody compares these records
    @SuppressWarnings("ArrayRecordComponent")
    private record TreeJson(
            int output, int[] feature, float[] threshold, int[] missingLeft, int[] left, double[] value) {

        static TreeJson of(Tree tree) {
            int nodes = tree.nodeCount();
            var json = new TreeJson(
                    tree.output(), new int[nodes], new float[nodes], new int[nodes], new int[nodes], new double[nodes]);
            for (int node = 0; node < nodes; node++) {
                json.feature[node] = tree.feature(node);
                json.threshold[node] = tree.threshold(node);
                json.missingLeft[node] = tree.missingLeft(node) ? 1 : 0;
                json.left[node] = tree.leftChild(node);
                json.value[node] = tree.value(node);
            }
            return json;
        }

        Tree tree() {
            var missing = new boolean[missingLeft.length];
            for (int node = 0; node < missing.length; node++) {
                missing[node] = missingLeft[node] != 0;
            }
            return new Tree(output, feature, threshold, missing, left, value);
        }
    }
}
