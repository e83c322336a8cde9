package io.aifactory.training.automl.child;

import java.util.Map;

/**
 * What the child says at its end.
 *
 * @param status how it ended
 * @param reason why it has no model; empty when it has one
 * @param sha256 SHA-256 of the model file
 * @param algorithm what the model is made of
 * @param metric the metric that was improved
 * @param cvScore its value in cross-validation
 * @param rows how many rows the model learned from
 * @param leftOut columns that became no feature, with the reason
 * @param seconds how long the search took
 */
record JobResult(
        JobStatus status,
        String reason,
        String sha256,
        String algorithm,
        String metric,
        double cvScore,
        int rows,
        Map<String, String> leftOut,
        double seconds) {

    static JobResult without(JobStatus status, String reason) {
        return new JobResult(status, reason, "", "", "", 0, 0, Map.of(), 0);
    }
}
