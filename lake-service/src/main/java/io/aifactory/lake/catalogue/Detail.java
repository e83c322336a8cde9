package io.aifactory.lake.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.engine.ColumnProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a version.
 *
 * @param entry what lists say of it
 * @param removedAt when its files were removed
 * @param badPath where the rows lie that were turned away
 * @param fingerprint tells its content from others
 * @param columns its columns in order, with their statistics
 * @param sample its first rows, values as text in the order of the columns
 * @param schemaChange how its columns differ from the version before; absent for the first
 * @param inputs the versions it was made from
 * @param files the files it was made from
 * @param splits for gold: its parts
 * @param children the versions that were made from it
 */
record Detail(
        @JsonUnwrapped Entry entry,
        @Nullable Instant removedAt,
        @Nullable String badPath,
        String fingerprint,
        List<ColumnProfile> columns,
        List<List<@Nullable String>> sample,
        @Nullable SchemaChange schemaChange,
        List<DatasetReference> inputs,
        List<LakeFile> files,
        List<DatasetReference> splits,
        List<DatasetReference> children) {

    static Detail of(
            DatasetVersion version,
            List<List<@Nullable String>> sample,
            @Nullable SchemaChange schemaChange,
            List<DatasetReference> children) {
        return new Detail(
                Entry.of(version),
                version.removedAt(),
                version.badPath(),
                version.fingerprint(),
                version.columns(),
                sample,
                schemaChange,
                version.lineage().inputs(),
                version.lineage().files(),
                version.lineage().splits(),
                children);
    }
}
