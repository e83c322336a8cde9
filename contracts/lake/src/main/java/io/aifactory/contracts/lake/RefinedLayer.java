package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.LakeLayer;

/** The layers a source dataset goes through before it is merged. */
public enum RefinedLayer {
    /** As it came, in columns. */
    BRONZE(LakeLayer.BRONZE),
    /** Cleaned and typed. */
    SILVER(LakeLayer.SILVER);

    private final LakeLayer layer;

    RefinedLayer(LakeLayer layer) {
        this.layer = layer;
    }

    /** Returns the layer as events name it. */
    public LakeLayer layer() {
        return layer;
    }

    static RefinedLayer of(String label) {
        return BRONZE.toString().equals(label) ? BRONZE : SILVER;
    }

    @Override
    public String toString() {
        return layer.label();
    }
}
