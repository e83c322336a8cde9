package io.aifactory.scoring.deployment;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.Scorer;
import io.aifactory.scoring.scored.ScoredShape;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model version in memory, warm and ready to score. It is freed when the last of its holders has closed it, so that
 * who began with it also ends with it, whatever takes its place meanwhile.
 */
public final class LiveModel implements AutoCloseable {

    private final int version;
    private final Instant promotedAt;
    private final FeatureSchema schema;
    private final ScoredShape shape;
    private final Scorer scorer;
    private final AtomicInteger holders = new AtomicInteger(1);

    LiveModel(int version, Instant promotedAt, FeatureSchema schema, ScoredShape shape, Scorer scorer) {
        this.version = version;
        this.promotedAt = promotedAt;
        this.schema = schema;
        this.shape = shape;
        this.scorer = scorer;
    }

    /** Returns the model version. */
    public int version() {
        return version;
    }

    /** Returns what the model reads. */
    public FeatureSchema schema() {
        return schema;
    }

    /** Returns what its scored rows look like. */
    public ScoredShape shape() {
        return shape;
    }

    /** Returns what scores; not to be used after {@link #close()}. */
    public Scorer scorer() {
        return scorer;
    }

    Instant promotedAt() {
        return promotedAt;
    }

    /** Adds a holder, unless the last one has gone already. */
    boolean hold() {
        int before = holders.get();
        while (before > 0 && !holders.compareAndSet(before, before + 1)) {
            before = holders.get();
        }
        return before > 0;
    }

    /** Lets go of the model. To be called once per holder. */
    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            scorer.close();
        }
    }
}
