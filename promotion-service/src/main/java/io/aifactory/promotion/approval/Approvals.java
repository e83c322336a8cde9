package io.aifactory.promotion.approval;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.promotion.promotion.Promotion;
import io.aifactory.promotion.promotion.PromotionDesk;
import io.aifactory.promotion.promotion.PromotionId;
import io.aifactory.promotion.promotion.PromotionNotFound;
import io.aifactory.promotion.promotion.PromotionState;
import io.aifactory.promotion.promotion.Promotions;
import io.aifactory.promotion.registry.RegisteredVersion;
import io.aifactory.promotion.registry.RegisteredVersions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people's decisions: once per promotion, by an approver of the project or the core team, and never by who asked for
 * the promotion or answers for the version.
 */
@Service
@Transactional
class Approvals {

    private final Promotions promotions;
    private final PromotionDesk desk;
    private final RegisteredVersions versions;
    private final Decisions decisions;
    private final Clock clock;

    Approvals(
            Promotions promotions, PromotionDesk desk, RegisteredVersions versions, Decisions decisions, Clock clock) {
        this.promotions = promotions;
        this.desk = desk;
        this.versions = versions;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Returns the promotion approved, or failed by the comparison, which is then the last word. */
    Promotion approve(PromotionId id, Caller caller, @Nullable String comment) {
        Promotion promotion = desk.approve(decidable(id, caller), caller.person(), comment);
        if (promotion.state() == PromotionState.APPROVED) {
            record(promotion, Outcome.APPROVED, caller, comment);
        }
        return promotion;
    }

    Promotion reject(PromotionId id, Caller caller, String reason) {
        Promotion promotion = desk.reject(decidable(id, caller), caller.person(), reason);
        record(promotion, Outcome.REJECTED, caller, reason);
        return promotion;
    }

    private Promotion decidable(PromotionId id, Caller caller) {
        Promotion promotion = promotions
                .findLocked(id)
                .filter(found -> caller.sees(found.step().project()))
                .orElseThrow(() -> new PromotionNotFound(id));
        requireApprover(caller, promotion.step().project());
        if (isOwn(promotion, caller.person())) {
            throw new OwnPromotion(promotion, caller.person());
        }
        if (promotion.state() != PromotionState.AWAITING_APPROVAL) {
            throw new AlreadyDecided(promotion);
        }
        return promotion;
    }

    private static void requireApprover(Caller caller, ProjectId project) {
        if (!caller.coreTeam()) {
            caller.requireRole(project, ProjectRole.APPROVER);
        }
    }

    private boolean isOwn(Promotion promotion, String person) {
        var step = promotion.step();
        return isSame(person, promotion.requestedBy())
                || versions.find(step.project(), step.model(), step.version())
                        .map(RegisteredVersion::requestedBy)
                        .filter(trainer -> isSame(person, trainer))
                        .isPresent();
    }

    /** Sign-in names are the same person's however they are capitalised. */
    private static boolean isSame(String person, String other) {
        return person.strip().equalsIgnoreCase(other.strip());
    }

    private void record(Promotion promotion, Outcome outcome, Caller caller, @Nullable String reason) {
        decisions.add(
                new Decision(promotion.id(), outcome, caller.person(), reason, promotion.verdict(), clock.instant()));
    }
}
