package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.promotion.comparison.GateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model version's way into an environment. Every change is guarded by {@link PromotionState} and noted as an event. */
public final class Promotion {

    private final PromotionId id;
    private final PromotionStep step;
    private final String requestedBy;
    private final Instant requestedAt;
    private final List<FactoryEvent> events = new ArrayList<>();
    private PromotionState state;
    private Verdict verdict;
    private List<String> reasons;
    private @Nullable Ruling ruling;

    Promotion(
            PromotionId id,
            PromotionStep step,
            String requestedBy,
            Instant requestedAt,
            PromotionState state,
            Verdict verdict,
            List<String> reasons,
            @Nullable Ruling ruling) {
        this.id = id;
        this.step = step;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.state = state;
        this.verdict = verdict;
        this.reasons = List.copyOf(reasons);
        this.ruling = ruling;
    }

    static Promotion request(PromotionStep step, String requestedBy, Instant now) {
        return new Promotion(
                PromotionId.random(), step, requestedBy, now, PromotionState.REQUESTED, Verdict.NONE, List.of(), null);
    }

    /** Takes note of a comparison: the first one, or another one because the champion may have changed. */
    void judge(GateResult result, Instant now) {
        verdict = Verdict.of(result);
        if (result instanceof GateResult.Failed failed) {
            end(PromotionState.GATES_FAILED, new Ruling(Ruling.COMPARISON, null, now), failed.reasons());
        } else if (state == PromotionState.REQUESTED) {
            moveTo(PromotionState.GATES_PASSED);
        }
    }

    void awaitApproval() {
        moveTo(PromotionState.AWAITING_APPROVAL);
        events.add(PromotionEvents.requested(this));
    }

    void approve(Ruling by) {
        moveTo(PromotionState.APPROVED);
        ruling = by;
        events.add(PromotionEvents.approved(this, by));
    }

    void reject(Ruling by, String reason) {
        end(PromotionState.REJECTED, by, List.of(reason));
    }

    void supersede(Promotion newer, Instant now) {
        String reason = "replaced by the request for version %d, %s"
                .formatted(newer.step().version(), newer.id());
        end(PromotionState.SUPERSEDED, new Ruling(Ruling.NEWER_REQUEST, null, now), List.of(reason));
    }

    void promote(ModelArtifactReference artifact, @Nullable Integer replaced, Instant now) {
        moveTo(PromotionState.PROMOTED);
        events.add(new ModelPromoted(
                step.project(),
                step.model(),
                step.version(),
                id.value(),
                step.to(),
                artifact,
                replaced,
                approvedBy(),
                now));
    }

    private void end(PromotionState last, Ruling by, List<String> why) {
        moveTo(last);
        ruling = by;
        reasons = List.copyOf(why);
        events.add(PromotionEvents.rejected(this, by));
    }

    private void moveTo(PromotionState next) {
        if (!state.canTransitionTo(next)) {
            throw new IllegalStateException("promotion %s is %s and can't become %s".formatted(id, state, next));
        }
        state = next;
    }

    /** Returns what has happened since it was loaded, and forgets it. */
    List<FactoryEvent> takeEvents() {
        List<FactoryEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    String approvedBy() {
        if (ruling == null) {
            throw new IllegalStateException("nobody has approved promotion " + id);
        }
        return ruling.by();
    }

    /** Returns its name. */
    public PromotionId id() {
        return id;
    }

    /** Returns which version is to go where. */
    public PromotionStep step() {
        return step;
    }

    /** Returns who asked for it; may not decide on it. */
    public String requestedBy() {
        return requestedBy;
    }

    /** Returns when it was asked for. */
    public Instant requestedAt() {
        return requestedAt;
    }

    /** Returns where it stands. */
    public PromotionState state() {
        return state;
    }

    /** Returns what the last comparison found. */
    public Verdict verdict() {
        return verdict;
    }

    /** Returns why it ended without a champion; empty as long as it did not. */
    public List<String> reasons() {
        return reasons;
    }

    /** Returns who or what decided; absent until then. */
    public @Nullable Ruling ruling() {
        return ruling;
    }
}
