package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.LakeLayer;

/** The parts gold is split into. */
public enum GoldSplit {
    /** To learn from. */
    TRAIN("Train", LakeLayer.GOLD_TRAIN),
    /** To steer learning. */
    VALIDATE("Validate", LakeLayer.GOLD_VALIDATE),
    /** To compare on. */
    TEST("Test", LakeLayer.GOLD_TEST);

    private final String folder;
    private final LakeLayer layer;

    GoldSplit(String folder, LakeLayer layer) {
        this.folder = folder;
        this.layer = layer;
    }

    /** Returns the name of its folder, capitalised. */
    public String folder() {
        return folder;
    }

    /** Returns the layer as events name it. */
    public LakeLayer layer() {
        return layer;
    }
}
