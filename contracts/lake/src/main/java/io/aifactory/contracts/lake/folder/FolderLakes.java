package io.aifactory.contracts.lake.folder;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Lakes in a local folder. The lake of an environment is {@code <root>/<environment>/lake3}; files that are being written
 * and access lists lie beside it, so that the lake itself holds nothing unfinished and nothing foreign.
 */
public final class FolderLakes implements Lakes {

    /** The folder of an environment's lake below the environment's own. */
    public static final String LAKE = "lake3";

    private final Map<EnvironmentTier, LakeStorage> storages;

    public FolderLakes(Path root) {
        this(root, Clock.systemUTC());
    }

    FolderLakes(Path root, Clock clock) {
        this.storages = Arrays.stream(EnvironmentTier.values())
                .collect(Collectors.toMap(
                        tier -> tier,
                        tier -> new FolderStorage(tier, root.toAbsolutePath().normalize(), clock),
                        (one, other) -> one,
                        () -> new EnumMap<>(EnvironmentTier.class)));
    }

    @Override
    public LakeStorage of(EnvironmentTier environment) {
        return Objects.requireNonNull(storages.get(environment));
    }
}
