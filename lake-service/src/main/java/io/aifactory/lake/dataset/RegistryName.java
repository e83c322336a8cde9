package io.aifactory.lake.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import java.util.Locale;

/**
 * The name by which a dataset is registered in its project and environment, such as {@code M11_ds01_diabetes_train_SILVER}
 * or {@code M11_GOLD_TRAIN}. It follows from model, dataset, layer, and from whether the data is there to be scored.
 *
 * @param value the name
 */
public record RegistryName(@JsonValue String value) {

    /** Returns the name of a dataset of a model; gold and its parts say by their layer what they are for. */
    public static RegistryName of(ModelName model, DatasetName dataset, LakeLayer layer, boolean toScore) {
        String ending = layer.label().toUpperCase(Locale.ROOT);
        return new RegistryName(
                switch (layer) {
                    case BRONZE, SILVER ->
                        "%s_%s_%s_%s".formatted(model.alias(), dataset, toScore ? "inference" : "train", ending);
                    case GOLD, GOLD_TRAIN, GOLD_VALIDATE, GOLD_TEST, GOLD_TO_SCORE, GOLD_SCORED ->
                        model.alias() + "_" + ending;
                });
    }

    @Override
    public String toString() {
        return value;
    }
}
