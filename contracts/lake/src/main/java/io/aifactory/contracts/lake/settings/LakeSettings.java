package io.aifactory.contracts.lake.settings;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.azure.AdlsLakes;
import io.aifactory.contracts.lake.azure.GroupIds;
import io.aifactory.contracts.lake.folder.FolderLakes;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which storage the lakes lie in: in Azure where accounts are named, otherwise in a folder. Services bind it to the
 * properties {@code factory.lake.*}.
 *
 * @param root the folder below which each environment has its lake, where no accounts are named
 * @param accounts the storage account of each environment, such as {@code https://lakedev.dfs.core.windows.net}; of all or
 *     of none
 * @param fileSystem the file system of the lake in each account; {@code lake3} if nothing else is said
 * @param groupIds a properties file with the object id of each group, such as {@code prj001_member=0f8b…}; only who
 *     gives rights needs it
 * @param copies a folder for copies of files that local programs read; the system's for temporary files if nothing is said
 */
public record LakeSettings(
        @Nullable Path root,
        Map<EnvironmentTier, URI> accounts,
        String fileSystem,
        @Nullable Path groupIds,
        @Nullable Path copies) {

    private static final String FILE_SYSTEM = "lake3";

    public LakeSettings {
        // who binds properties passes null for what is not set
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
        fileSystem = fileSystem == null ? FILE_SYSTEM : fileSystem;
        if (root == null && accounts.isEmpty()) {
            throw new IllegalArgumentException(
                    "factory.lake.root or factory.lake.accounts says where the lakes are; neither is set");
        }
        requireAllOrNone(accounts.keySet());
    }

    private static void requireAllOrNone(Set<EnvironmentTier> named) {
        if (!named.isEmpty() && named.size() < EnvironmentTier.values().length) {
            throw new IllegalArgumentException("factory.lake.accounts names accounts for %s; each of %s needs one"
                    .formatted(named, Arrays.toString(EnvironmentTier.values())));
        }
    }

    /** Opens the lakes. Accounts count more than a root that is named as well. */
    public Lakes open() {
        return root != null && accounts.isEmpty()
                ? new FolderLakes(root)
                : new AdlsLakes(
                        accounts,
                        fileSystem,
                        groupIds == null ? Map::of : GroupIds.in(groupIds),
                        Objects.requireNonNullElse(
                                copies, Path.of(System.getProperty("java.io.tmpdir"), "lake-copies")));
    }
}
