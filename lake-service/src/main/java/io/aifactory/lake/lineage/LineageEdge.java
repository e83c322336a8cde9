package io.aifactory.lake.lineage;

/**
 * The one was made from the other, by the target's run.
 *
 * @param source the name of what it was made from
 * @param target the name of what was made
 */
public record LineageEdge(String source, String target) {}
