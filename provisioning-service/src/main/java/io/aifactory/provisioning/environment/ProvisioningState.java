package io.aifactory.provisioning.environment;

/** How far an environment is. */
public enum ProvisioningState {
    /** It is to be made; it comes into provisioning. */
    ACCEPTED,
    /** It is being made; it ends succeeded or failed. */
    PROVISIONING,
    /** It is there. */
    SUCCEEDED,
    /** It could not be made. */
    FAILED,
    /** It is being taken away. */
    DELETING;

    /** Returns whether an environment in this state may come into the given one. */
    boolean canBecome(ProvisioningState next) {
        return switch (this) {
            case ACCEPTED -> next == PROVISIONING;
            case PROVISIONING -> next == SUCCEEDED || next == FAILED;
            case SUCCEEDED, FAILED -> next == DELETING;
            case DELETING -> false;
        };
    }

    /** Returns whether nothing more will happen by itself. */
    boolean hasEnded() {
        return this == SUCCEEDED || this == FAILED;
    }
}
