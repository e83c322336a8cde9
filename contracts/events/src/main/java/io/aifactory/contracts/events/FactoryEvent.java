package io.aifactory.contracts.events;

/**
 * Something that happened in the factory and that other services may react to.
 *
 * <p>An event carries ids, facts, times and references to files in the lake; never data, never secrets. Additive change
 * keeps an event's type, a breaking change is a new type. Which type a record stands for says {@link EventType}.
 */
public sealed interface FactoryEvent
        permits BudgetExceeded,
                CostReported,
                DatasetRejected,
                DatasetSaved,
                DatasetShared,
                DeploymentFailed,
                DriftDetected,
                EnvironmentProvisioned,
                EnvironmentProvisioningFailed,
                MembersChanged,
                ModelConfigured,
                ModelDeployed,
                ModelPromoted,
                ModelRolledBack,
                ModelTrained,
                ProjectDecommissioned,
                ProjectOrderRejected,
                ProjectOrdered,
                ProjectProvisioned,
                PromotionApproved,
                PromotionRejected,
                PromotionRequested,
                ScoresWrittenBack,
                ScoringCompleted,
                SharedDatasetSaved,
                SharingRevoked,
                TrainingFailed,
                TrainingStarted {

    /** Returns the aggregate the event is about, parts joined by slashes: the CloudEvents {@code subject}. */
    String subject();

    /** Returns the key within which events keep their order: the project, or the order while there is no project yet. */
    String partitionKey();

    /**
     * Returns what tells this event from all others of its type. The event's id is derived from it, so that sending
     * twice is sending once.
     */
    String businessKey();
}
