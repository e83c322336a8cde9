package io.aifactory.training.automl;

import java.nio.file.Path;

/**
 * What to search where.
 *
 * @param train the train set, a Parquet file
 * @param validate the validate set, a Parquet file
 * @param folder a folder of its own for the files of this search
 * @param settings how
 */
public record SearchOrder(Path train, Path validate, Path folder, SearchSettings settings) {}
