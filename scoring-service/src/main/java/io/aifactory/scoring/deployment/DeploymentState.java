package io.aifactory.scoring.deployment;

/** How far a deployment is. */
enum DeploymentState {
    /** Promoted, and being loaded; then {@link #READY} or {@link #FAILED}. */
    CREATING,
    /** It answers; then {@link #RETIRED}. */
    READY,
    /** It could not be loaded, or a later promotion was faster. Final. */
    FAILED,
    /** It answered until another took its place. Final. */
    RETIRED
}
