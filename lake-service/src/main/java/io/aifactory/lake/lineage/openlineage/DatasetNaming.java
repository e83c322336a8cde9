package io.aifactory.lake.lineage.openlineage;

import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.lineage.LineageNode;
import io.aifactory.lake.lineage.NodeKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How OpenLineage calls what lies in the lake: the namespace is where the lake is, the name is the path. All versions of a
 * table are one dataset to OpenLineage, and so are those of a model and the scores of a model version; which version it is, a
 * facet says.
 */
final class DatasetNaming {

    private final String namespace;

    DatasetNaming(String namespace) {
        this.namespace = namespace;
    }

    String namespace(LineageNode node) {
        return namespace.replace("{environment}", node.environment().label());
    }

    /** In files, paths begin at the folder of all lakes. */
    String name(LineageNode node) {
        return namespace.equals(OpenLineageProperties.FILE)
                ? "/%s/lake3/%s".formatted(node.environment(), path(node))
                : path(node);
    }

    @Nullable
    String version(LineageNode node) {
        return switch (node.kind()) {
            case FILE -> node.sha256();
            case DATASET, MODEL -> String.valueOf(node.version());
            case SCORING -> node.run() == null ? null : node.run().id();
        };
    }

    private static String path(LineageNode node) {
        String path = node.kind() == NodeKind.MODEL ? artifact(node) : Objects.requireNonNull(node.path());
        return switch (node.kind()) {
            case FILE -> path;
            case DATASET, MODEL -> path.replaceFirst("/v\\d+/([^/]+)$", "/$1");
            case SCORING -> path.replaceFirst("(/scored/%s)/.*".formatted(node.environment()), "$1");
        };
    }

    /** A version that was only heard of has no path yet, and will have this one. */
    private static String artifact(LineageNode node) {
        ModelZone.Train zone = ModelZone.train(node.project(), node.model());
        int version = Objects.requireNonNull(node.version());
        return new ModelFile(zone, node.environment(), version, ModelFile.ARTIFACT).path();
    }
}
