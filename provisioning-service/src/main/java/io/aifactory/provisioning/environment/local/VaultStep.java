package io.aifactory.provisioning.environment.local;

import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.environment.EnvironmentPlan;
import io.aifactory.provisioning.environment.ProvisioningStep;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Makes the project's vault in the environment, a folder that only its owner can enter, and the secrets in it. A secret is made once and named, never told. */
final class VaultStep implements ProvisioningStep {

    private static final String STORAGE_ACCESS = "storage-access-secret";
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path vaults;

    VaultStep(Path vaults) {
        this.vaults = vaults;
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public List<ProvisionedResource> take(EnvironmentPlan plan) {
        String name = "%s/%s".formatted(plan.environment(), plan.project());
        Path vault = vaults.resolve(name);
        OwnFile.makeFolder(vault);
        OwnFile.createIfMissing(vault.resolve(STORAGE_ACCESS), newSecret());
        return List.of(
                new ProvisionedResource("vault", name, "vault/" + name),
                new ProvisionedResource("vault-entry", STORAGE_ACCESS, "vault/%s/%s".formatted(name, STORAGE_ACCESS)));
    }

    private String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
