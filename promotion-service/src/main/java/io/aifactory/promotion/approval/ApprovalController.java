package io.aifactory.promotion.approval;

import io.aifactory.contracts.access.Caller;
import io.aifactory.promotion.promotion.Promotion;
import io.aifactory.promotion.promotion.PromotionId;
import io.aifactory.promotion.promotion.PromotionState;
import io.aifactory.promotion.promotion.PromotionView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/promotions/{id}")
class ApprovalController {

    private static final int LONGEST = 2000;

    private final Approvals approvals;

    ApprovalController(Approvals approvals) {
        this.approvals = approvals;
    }

    @PostMapping("/approve")
    PromotionView approve(
            Caller caller,
            @PathVariable PromotionId id,
            @Valid @RequestBody(required = false) @Nullable Approval approval) {
        Promotion promotion = approvals.approve(id, caller, approval == null ? null : approval.comment());
        if (promotion.state() == PromotionState.GATES_FAILED) {
            throw new ComparisonFailed(promotion);
        }
        return PromotionView.of(promotion);
    }

    @PostMapping("/reject")
    PromotionView reject(Caller caller, @PathVariable PromotionId id, @Valid @RequestBody Rejection rejection) {
        return PromotionView.of(approvals.reject(id, caller, rejection.reason()));
    }

    record Approval(@Size(max = LONGEST) @Nullable String comment) {}

    record Rejection(@NotBlank @Size(max = LONGEST) String reason) {}
}
