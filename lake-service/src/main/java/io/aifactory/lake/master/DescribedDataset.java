package io.aifactory.lake.master;

import io.aifactory.contracts.lake.MasterDataset;
import java.time.Instant;

/**
 * A dataset of master, as the core team described it.
 *
 * @param dataset the dataset
 * @param key the column that identifies a row, called as it is in the lake
 * @param describedBy who said so
 * @param reason why
 * @param describedAt when
 */
record DescribedDataset(MasterDataset dataset, String key, String describedBy, String reason, Instant describedAt) {}
