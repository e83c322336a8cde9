package io.aifactory.provisioning.environment.local;

import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.provisioning.environment.EnvironmentPlan;
import io.aifactory.provisioning.environment.ProvisioningStep;
import java.util.List;

/** Makes the environment's lake and the project's folder in it. What lies below is the lake's own business. */
final class LakeStep implements ProvisioningStep {

    private final Lakes lakes;

    LakeStep(Lakes lakes) {
        this.lakes = lakes;
    }

    @Override
    public String name() {
        return "lake";
    }

    @Override
    public List<ProvisionedResource> take(EnvironmentPlan plan) {
        var folder = new LakeFolder.OfProject(plan.project());
        lakes.of(plan.environment()).createFolder(folder);
        return List.of(new ProvisionedResource(
                "lake-folder", folder.path(), "lake/%s/%s".formatted(plan.environment(), folder.path())));
    }
}
