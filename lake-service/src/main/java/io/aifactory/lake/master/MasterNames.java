package io.aifactory.lake.master;

import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.MasterDataset;

/** Reads the names of master's datasets as people write them. */
public final class MasterNames {

    private static final String ZONE = "master/";

    private MasterNames() {}

    /**
     * Returns the dataset of the given text, with or without {@code master/} before it.
     *
     * @throws InvalidMasterDataset if it is none
     */
    public static MasterDataset parse(String text) {
        try {
            return MasterDataset.parse(text.startsWith(ZONE) ? text.substring(ZONE.length()) : text);
        } catch (InvalidLakePath unreadable) {
            throw new InvalidMasterDataset(text);
        }
    }
}
