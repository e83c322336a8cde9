package io.aifactory.lake.engine;

/**
 * What became of the rows.
 *
 * @param silver those that hold
 * @param badRows how many do not
 */
public record SilverOutcome(TableProfile silver, long badRows) {}
