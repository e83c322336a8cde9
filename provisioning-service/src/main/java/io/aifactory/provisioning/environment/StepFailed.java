package io.aifactory.provisioning.environment;

/** A step did not work this time. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String step;

    StepFailed(String step, RuntimeException cause) {
        super("%s: %s".formatted(step, cause.getMessage()), cause);
        this.step = step;
    }

    String step() {
        return step;
    }

    boolean isFinal() {
        return getCause() instanceof ProvisioningRefused;
    }

    /** Returns what people are told. What went wrong inside may say more than they should read, so only a refusal speaks. */
    String reason() {
        return getCause() instanceof ProvisioningRefused refused
                ? String.valueOf(refused.getMessage())
                : "it did not work, however often it was tried; the log tells more";
    }
}
