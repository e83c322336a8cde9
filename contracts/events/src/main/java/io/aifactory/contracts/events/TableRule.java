package io.aifactory.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * What a source dataset has to hold as a whole. Where it does not, no new silver is made: what was there before goes on
 * counting.
 *
 * @param minRows the least number of good rows
 * @param maxRowChange by which share the number of good rows may differ from that of the version before
 * @param maxBadShare the greatest share of bad rows
 * @param dateColumn the column of dates that tells how fresh the data is
 * @param maxAgeDays how many days old the newest date may be
 */
public record TableRule(
        @Nullable Long minRows,
        @Nullable Double maxRowChange,
        @Nullable Double maxBadShare,
        @Nullable String dateColumn,
        @Nullable Integer maxAgeDays) {}
