package io.aifactory.lake.engine;

/**
 * What became of the rows.
 *
 * @param silver those that hold
 * @param badRows how many do not
 * @param fingerprint the same for the same rows, those that hold and those that do not with the reasons, in whatever order
 */
public record SilverOutcome(TableProfile silver, long badRows, String fingerprint) {}
