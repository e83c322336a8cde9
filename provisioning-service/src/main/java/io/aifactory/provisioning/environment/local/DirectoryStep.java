package io.aifactory.provisioning.environment.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.environment.EnvironmentPlan;
import io.aifactory.provisioning.environment.ProvisioningStep;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Makes the project's groups, one file each: {@code prj001_member.json}. People sign in with the groups they are in. */
final class DirectoryStep implements ProvisioningStep {

    private final ObjectMapper json = new ObjectMapper();
    private final Path groups;

    DirectoryStep(Path groups) {
        this.groups = groups;
    }

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public List<ProvisionedResource> take(EnvironmentPlan plan) {
        OwnFile.makeFolder(groups);
        return Arrays.stream(ProjectRole.values()).map(role -> make(plan, role)).toList();
    }

    private ProvisionedResource make(EnvironmentPlan plan, ProjectRole role) {
        String name = Caller.groupOf(plan.project(), role);
        List<String> people = plan.members().stream()
                .filter(member -> member.role() == role)
                .map(Member::person)
                .sorted()
                .toList();
        OwnFile.replace(groups.resolve(name + ".json"), write(new Group(name, people)));
        return new ProvisionedResource("group", name, "directory/groups/" + name);
    }

    private String write(Group group) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(group);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write group " + group.group(), e);
        }
    }

    record Group(String group, List<String> members) {}
}
