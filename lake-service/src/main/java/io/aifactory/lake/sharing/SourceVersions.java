package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.master.MasterTableId;
import io.aifactory.lake.master.MasterTables;
import io.aifactory.lake.master.MasterVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** Finds the silver versions of a source. */
@Component
class SourceVersions {

    private final DatasetVersions versions;
    private final MasterTables masterTables;

    SourceVersions(DatasetVersions versions, MasterTables masterTables) {
        this.versions = versions;
        this.masterTables = masterTables;
    }

    /** Returns the versions after the given one, oldest first; only the newest if none is given. */
    List<SourceVersion> after(SharedSource source, EnvironmentTier environment, OptionalLong version) {
        if (source instanceof SharedSource.OfProject owned) {
            TableId table = silverOf(owned, environment);
            List<DatasetVersion> newer = version.isPresent()
                    ? versions.after(table, version.getAsLong())
                    : versions.latest(table).stream().toList();
            return newer.stream().map(SourceVersions::of).toList();
        }
        MasterTableId table = silverOf((SharedSource.OfMaster) source, environment);
        return masterTables.latest(table).stream()
                .flatMap(latest -> newer(latest, version).stream())
                .map(SourceVersions::of)
                .toList();
    }

    static TableId silverOf(SharedSource.OfProject source, EnvironmentTier environment) {
        return new TableId(
                ModelZone.train(source.project(), source.model()),
                source.dataset(),
                LakeLayer.SILVER,
                environment,
                null);
    }

    static MasterTableId silverOf(SharedSource.OfMaster source, EnvironmentTier environment) {
        return new MasterTableId(environment, new MasterTable.Refined(source.dataset(), RefinedLayer.SILVER));
    }

    /** A version whose log was cleaned away meanwhile can't be read any more and is left out. */
    private List<MasterVersion> newer(MasterVersion latest, OptionalLong version) {
        return LongStream.rangeClosed(version.orElse(latest.number() - 1) + 1, latest.number())
                .mapToObj(number -> masterTables.at(latest.table(), number))
                .flatMap(Optional::stream)
                .toList();
    }

    private static SourceVersion of(DatasetVersion version) {
        return new SourceVersion(
                version.reference().version(), List.of(version.reference().file()), version.savedAt());
    }

    private static SourceVersion of(MasterVersion version) {
        EnvironmentTier environment = version.table().environment();
        return new SourceVersion(
                version.number(),
                version.files().stream()
                        .map(file -> new LakeFile(environment, file.path()))
                        .toList(),
                version.committedAt());
    }
}
