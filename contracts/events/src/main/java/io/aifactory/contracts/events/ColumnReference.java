package io.aifactory.contracts.events;

/**
 * A column of another source dataset of the same model.
 *
 * @param dataset the other dataset
 * @param column its column
 */
public record ColumnReference(DatasetName dataset, String column) {}
