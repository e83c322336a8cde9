package io.aifactory.provisioning.environment.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.ProvisionedResource;
import io.aifactory.provisioning.environment.EnvironmentPlan;
import io.aifactory.provisioning.environment.EnvironmentProvisioner;
import io.aifactory.provisioning.environment.EnvironmentProvisionerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentsTests extends EnvironmentProvisionerContract {

    @TempDir
    private Path root;

    private EnvironmentProvisioner provisioner;

    @BeforeEach
    void chooseFolders() {
        provisioner = new LocalEnvironmentConfiguration()
                .localEnvironments(new LakeFolderProperties(root.resolve("lake")), new LocalFolderProperties(root));
    }

    @Test
    void keepsTheVaultToItsOwner() throws IOException {
        var plan = new EnvironmentPlan(ProjectId.of(1), EnvironmentTier.TEST, "a", "1", List.of());

        provisioner.steps().forEach(step -> step.take(plan));

        Path vault = root.resolve("vault/test/project001");
        assertThat(permissions(vault)).isEqualTo("rwx------");
        assertThat(permissions(vault.resolve("storage-access-secret"))).isEqualTo("rw-------");
        try (Stream<Path> entries = Files.list(vault)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Override
    protected EnvironmentProvisioner provisioner() {
        return provisioner;
    }

    @Override
    protected List<String> secrets() {
        try (Stream<Path> files = Files.walk(root.resolve("vault"))) {
            List<String> secrets = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                secrets.add(Files.readString(file));
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean exists(ProvisionedResource resource) {
        return switch (resource.type()) {
            case "lake-folder" ->
                Files.isDirectory(root.resolve(resource.id().replaceFirst("^lake/(\\w+)/", "lake/$1/lake3/")));
            case "group" -> Files.isRegularFile(root.resolve(resource.id() + ".json"));
            default -> Files.exists(root.resolve(resource.id()));
        };
    }

    @Override
    protected List<String> peopleIn(ProjectId project, ProjectRole role) {
        try {
            Path file = root.resolve("directory/groups/%s.json".formatted(Caller.groupOf(project, role)));
            JsonNode group = new ObjectMapper().readTree(file.toFile());
            assertThat(group.path("group").asText()).isEqualTo(Caller.groupOf(project, role));
            List<String> people = new ArrayList<>();
            group.path("members").forEach(person -> people.add(person.asText()));
            return people;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
