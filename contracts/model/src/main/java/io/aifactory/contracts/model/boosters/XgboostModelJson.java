package io.aifactory.contracts.model.boosters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the JSON that XGBoost saves a model as (its documented schema, "Introduction to Model IO"). Objectives
 * reg:squarederror, binary:logistic and multi:softprob of booster gbtree; numerical splits only.
 */
public final class XgboostModelJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private XgboostModelJson() {}

    /**
     * Reads a model of weight 1, as far as the given number of boosting rounds.
     *
     * @throws ModelRefused when the text is no such model, with the reason
     */
    public static Member read(String name, String json, int rounds) {
        var learner = parsed(json).path("learner");
        var booster = learner.path("gradient_booster");
        if (!"gbtree".equals(booster.path("name").asText())) {
            throw new ModelRefused("XGBoost booster '%s' is not supported"
                    .formatted(booster.path("name").asText()));
        }
        var link = link(learner.path("objective").path("name").asText());
        int sums = Math.max(
                1, learner.path("learner_model_param").path("num_class").asInt());
        var base = base(learner.path("learner_model_param").path("base_score").asText(), link, sums);
        return new Member(name, 1, link, base, trees(booster.path("model"), sums, rounds));
    }

    private static List<Tree> trees(JsonNode model, int sums, int rounds) {
        var trees = new ArrayList<Tree>();
        var all = model.path("trees");
        for (int i = 0; i < Math.min(all.size(), rounds * sums); i++) {
            var nodes = new XgboostTreeNodes(all.get(i));
            trees.add(nodes.toTree(model.path("tree_info").get(i).asInt(), nodes.count()));
        }
        return trees;
    }

    private static Link link(String objective) {
        return switch (objective) {
            case "reg:squarederror" -> Link.IDENTITY;
            case "binary:logistic" -> Link.SIGMOID;
            case "multi:softprob" -> Link.SOFTMAX;
            default -> throw new ModelRefused("XGBoost objective '%s' is not supported".formatted(objective));
        };
    }

    /** The saved base score is a probability for binary:logistic, a sum otherwise. */
    private static List<Double> base(String saved, Link link, int sums) {
        double score = Double.parseDouble(saved.replaceAll("[\\[\\]]", ""));
        return Collections.nCopies(sums, link == Link.SIGMOID ? Math.log(score / (1 - score)) : score);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ModelRefused("XGBoost model is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
