package io.aifactory.promotion.promotion;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.aifactory.promotion.settings.ConfiguredModels;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where promotions are requested and decided. All that one act changes and announces is one transaction. */
@Service
@Transactional
public class PromotionDesk {

    private final Promotions promotions;
    private final Gatekeeper gatekeeper;
    private final ConfiguredModels models;
    private final SchedulerClient jobs;
    private final Clock clock;

    PromotionDesk(
            Promotions promotions, Gatekeeper gatekeeper, ConfiguredModels models, SchedulerClient jobs, Clock clock) {
        this.promotions = promotions;
        this.gatekeeper = gatekeeper;
        this.models = models;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Compares the version with the champion of the target, and asks for approval or approves, as the settings want it.
     * A request for the same target that nobody has decided on yet is replaced if the comparison is passed.
     */
    Promotion request(PromotionStep step, String requestedBy) {
        promotions.lock(step);
        Instant now = clock.instant();
        var promotion = Promotion.request(step, requestedBy, now);
        promotion.judge(gatekeeper.judge(step), now);
        if (promotion.state() == PromotionState.GATES_PASSED) {
            supersedeOlder(promotion, now);
            admit(promotion, now);
        }
        promotions.save(promotion);
        return promotion;
    }

    /**
     * Approves a promotion that awaits it, if it still passes the comparison: meanwhile another version may have become
     * champion. Returns it {@code APPROVED} or {@code GATES_FAILED}.
     */
    public Promotion approve(Promotion promotion, String by, @Nullable String comment) {
        Instant now = clock.instant();
        promotion.judge(gatekeeper.judge(promotion.step()), now);
        if (promotion.state() == PromotionState.AWAITING_APPROVAL) {
            promotion.approve(new Ruling(by, comment, now));
            schedule(promotion, now);
        }
        promotions.save(promotion);
        return promotion;
    }

    /** Turns a promotion down. */
    public Promotion reject(Promotion promotion, String by, String reason) {
        promotion.reject(new Ruling(by, reason, clock.instant()), reason);
        promotions.save(promotion);
        return promotion;
    }

    private void supersedeOlder(Promotion newer, Instant now) {
        promotions.open(newer.step()).stream()
                .filter(older -> older.state() == PromotionState.AWAITING_APPROVAL)
                .forEach(older -> {
                    older.supersede(newer, now);
                    promotions.save(older);
                });
    }

    private void admit(Promotion promotion, Instant now) {
        PromotionStep step = promotion.step();
        boolean approvalRequired =
                models.find(step.project(), step.model()).orElseThrow().approvalRequired(step.to());
        if (approvalRequired) {
            promotion.awaitApproval();
        } else {
            promotion.approve(new Ruling(Ruling.SETTINGS, null, now));
            schedule(promotion, now);
        }
    }

    private void schedule(Promotion promotion, Instant now) {
        jobs.scheduleIfNotExists(
                PromotionJob.TASK.instance(promotion.id().value()).scheduledTo(now));
    }
}
