package io.aifactory.local.data;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one dataset and day where files are handed in.
 *
 * @param folder the folder as the lake's grammar has it
 */
public record LandingZone(InFolder folder) {

    /**
     * Returns the folder.
     *
     * @param inference the model version that is to score the data, 0 for the leading one; absent if it is to learn from
     * @throws Refusal if a name is none
     */
    public static LandingZone of(
            String project,
            String model,
            String dataset,
            String environment,
            @Nullable Integer inference,
            LocalDate date) {
        try {
            var projectId = new ProjectId(project);
            var modelName = new ModelName(model);
            var zone = inference == null
                    ? ModelZone.train(projectId, modelName)
                    : ModelZone.inference(projectId, modelName, inference);
            return new LandingZone(new InFolder(zone, new DatasetName(dataset), EnvironmentTier.of(environment), date));
        } catch (InvalidName | InvalidLakePath e) {
            throw Refusal.of(e.getMessage() == null ? "A name is not allowed." : e.getMessage());
        }
    }

    /** Puts a copy of the file there, whole at once, and returns where it lies. */
    InFile receive(FactoryHome home, TableFile table) {
        var landed = landed(table.name());
        var target = home.lake()
                .resolve(folder.environment().label())
                .resolve("lake3")
                .resolve(landed.path());
        try {
            copy(table.path(), target);
            return landed;
        } catch (IOException e) {
            throw new UncheckedIOException("can not copy %s to %s".formatted(table.path(), target), e);
        }
    }

    private InFile landed(String name) {
        try {
            return folder.file(name);
        } catch (InvalidLakePath e) {
            throw Refusal.of(e.getMessage() == null ? "The file's name is not allowed." : e.getMessage());
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        var folder = FactoryHome.made(FactoryHome.folderOf(target));
        var aside = Files.createTempFile(folder, ".", ".part");
        Files.copy(source, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
