package io.aifactory.provisioning.environment;

/** A step cannot work, however often it is tried. The message is told to people: it says what they can do. */
public final class ProvisioningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProvisioningRefused(String reason) {
        super(reason);
    }

    public ProvisioningRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
