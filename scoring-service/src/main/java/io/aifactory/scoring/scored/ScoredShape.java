package io.aifactory.scoring.scored;

import io.aifactory.contracts.model.FeatureKind;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model's scored rows look like: its features, then {@code prediction} and, of a classification, one {@code
 * predict_proba_<class>} per class.
 *
 * @param columns the features
 * @param classes the classes; none for a regression
 */
public record ScoredShape(List<ScoredColumn> columns, List<String> classes) {

    /** The column that bears the id of the request a row came with. */
    public static final String SCORING_ID = "scoring_id";

    /** The column that bears when a row was scored. */
    public static final String SCORED_AT = "scored_at";

    /** The column that bears who asked. */
    public static final String CALLER = "scoring_caller";

    /** The column that bears the number or class that was predicted. */
    public static final String PREDICTION = "prediction";

    /** The column that numbers the rows of a file while it is read; it is in no file. */
    public static final String ROW_NUMBER = "file_row_number";

    /** What the columns begin with that bear the probabilities. */
    public static final String PROBABILITY = "predict_proba_";

    private static final Set<String> RESERVED = Set.of(SCORING_ID, SCORED_AT, CALLER, PREDICTION, ROW_NUMBER);

    public ScoredShape {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /**
     * Returns the shape of a model's scored rows.
     *
     * @throws ModelRefused if its features could not stand beside the scores, with every reason
     */
    public static ScoredShape of(FeatureSchema schema) {
        var columns = schema.features().stream()
                .map(feature -> new ScoredColumn(feature.name(), feature.kind() == FeatureKind.NUMERIC))
                .toList();
        requireDistinct(columns);
        return new ScoredShape(columns, schema.classes());
    }

    /** Returns how many numbers a score has. */
    public int outputs() {
        return Math.max(1, classes.size());
    }

    /** Returns whether a dataset with a column of this name could not be scored, because the scores need it. */
    public static boolean isTaken(String column) {
        String folded = column.toLowerCase(Locale.ROOT);
        return folded.equals(PREDICTION) || folded.equals(ROW_NUMBER) || folded.startsWith(PROBABILITY);
    }

    /** Returns what a score says: the number of a regression, the likeliest class of a classification. */
    public Object predictionOf(double[] score) {
        return classes.isEmpty() ? (Object) score[0] : classes.get(likeliest(score));
    }

    /** Returns the probabilities in the order of the classes; nothing for a regression. */
    public @Nullable List<Double> probabilityOf(double[] score) {
        return classes.isEmpty() ? null : Arrays.stream(score).boxed().toList();
    }

    private static int likeliest(double[] score) {
        int best = 0;
        for (int i = 1; i < score.length; i++) {
            best = score[i] > score[best] ? i : best;
        }
        return best;
    }

    private static void requireDistinct(List<ScoredColumn> columns) {
        var seen = new HashSet<String>();
        var reasons = columns.stream()
                .map(ScoredColumn::name)
                .filter(name -> isReserved(name) || !seen.add(name.toLowerCase(Locale.ROOT)))
                .map(name -> isReserved(name)
                        ? "feature '%s' has a name that scores are saved under".formatted(name)
                        : "feature '%s' differs from another in upper and lower case only".formatted(name))
                .toList();
        if (!reasons.isEmpty()) {
            throw new ModelRefused(String.join("; ", reasons));
        }
    }

    private static boolean isReserved(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(folded) || folded.startsWith(PROBABILITY);
    }
}
