package io.aifactory.scoring.scored;

/**
 * A feature as a column of scored rows.
 *
 * @param name its name
 * @param numeric whether it holds numbers; texts otherwise
 */
public record ScoredColumn(String name, boolean numeric) {}
