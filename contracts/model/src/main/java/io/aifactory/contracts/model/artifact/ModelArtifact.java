package io.aifactory.contracts.model.artifact;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.Scorer;
import io.aifactory.contracts.model.onnx.OnnxScorer;
import io.aifactory.contracts.model.onnx.OnnxWriter;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.contracts.model.trees.TreeScorer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trained model as one zip file: {@code manifest.json} (schema, algorithms, facts, the hash of each part), {@code
 * model.onnx} always, and {@code trees.json} for our own models. The same model always makes the same bytes.
 */
public final class ModelArtifact {

    private final FeatureSchema schema;
    private final List<String> algorithms;
    private final SortedMap<String, String> facts;
    private final @Nullable TreeEnsemble trees;
    private final byte[] onnx;
    private final byte[] bytes;

    private ModelArtifact(Manifest manifest, @Nullable TreeEnsemble trees, byte[] onnx, byte[] bytes) {
        this.schema = manifest.schema();
        this.algorithms = manifest.algorithms();
        this.facts = new TreeMap<>(manifest.facts());
        this.trees = trees;
        this.onnx = onnx;
        this.bytes = bytes;
    }

    /**
     * An artifact of our own model.
     *
     * @param algorithms what the model is made of, for people
     * @param facts what is worth knowing of its training; no secrets, no times if the bytes are to be repeatable
     * @throws ModelRefused when the trees don't fit the schema
     */
    public static ModelArtifact ofTrees(
            FeatureSchema schema, TreeEnsemble trees, List<String> algorithms, Map<String, String> facts) {
        requireFitting(schema, trees);
        return of(schema, trees, OnnxWriter.write(trees, schema), algorithms, facts);
    }

    /**
     * An artifact of a foreign model.
     *
     * @throws ModelRefused when ONNX Runtime can't score it with this schema
     */
    public static ModelArtifact ofOnnx(
            FeatureSchema schema, byte[] onnx, List<String> algorithms, Map<String, String> facts) {
        OnnxScorer.open(onnx, schema).close();
        return of(schema, null, onnx.clone(), algorithms, facts);
    }

    /**
     * Reads an artifact.
     *
     * @throws ModelRefused when the file is none, with the reason
     */
    public static ModelArtifact read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads an artifact from a stream to its end; otherwise like {@link #read(Path)}. */
    public static ModelArtifact read(InputStream in) throws IOException {
        var bytes = ArtifactZip.limited(in);
        var parts = ArtifactZip.unpack(bytes);
        var manifest = Manifest.read(ArtifactZip.part(parts, ArtifactZip.MANIFEST));
        manifest.requireParts(parts);
        var treesJson = parts.get(ArtifactZip.TREES);
        var trees = treesJson == null ? null : TreesJson.read(treesJson);
        if (trees != null) {
            requireFitting(manifest.schema(), trees);
        }
        return new ModelArtifact(manifest, trees, ArtifactZip.part(parts, ArtifactZip.ONNX), bytes);
    }

    /** Writes the artifact, over a file that is already there. */
    public void write(Path file) throws IOException {
        Files.write(file, bytes);
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** What the model is made of, for people. */
    public List<String> algorithms() {
        return algorithms;
    }

    /** What is worth knowing of its training. */
    public SortedMap<String, String> facts() {
        return new TreeMap<>(facts);
    }

    /** The trees of our own models. */
    public Optional<TreeEnsemble> trees() {
        return Optional.ofNullable(trees);
    }

    /** The model as an ONNX file. */
    public byte[] onnx() {
        return onnx.clone();
    }

    /** The zip file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Length of the zip file. */
    public long size() {
        return bytes.length;
    }

    /** SHA-256 of the zip file, lower-case hex. */
    public String sha256() {
        return Sha256.of(bytes);
    }

    /** The fastest scorer for this model; the caller closes it. */
    public Scorer openScorer() {
        return trees == null ? OnnxScorer.open(onnx, schema) : new TreeScorer(trees);
    }

    private static ModelArtifact of(
            FeatureSchema schema,
            @Nullable TreeEnsemble trees,
            byte[] onnx,
            List<String> algorithms,
            Map<String, String> facts) {
        var parts = new TreeMap<String, byte[]>();
        parts.put(ArtifactZip.ONNX, onnx);
        if (trees != null) {
            parts.put(ArtifactZip.TREES, TreesJson.write(trees));
        }
        var manifest = Manifest.of(schema, algorithms, facts, parts);
        parts.put(ArtifactZip.MANIFEST, manifest.write());
        return new ModelArtifact(manifest, trees, onnx, ArtifactZip.pack(parts));
    }

    private static void requireFitting(FeatureSchema schema, TreeEnsemble trees) {
        if (trees.featureCount() != schema.features().size() || trees.outputs() != schema.outputCount()) {
            throw new ModelRefused("The trees take %d features and give %d numbers, the schema says %d and %d"
                    .formatted(
                            trees.featureCount(),
                            trees.outputs(),
                            schema.features().size(),
                            schema.outputCount()));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelArtifact that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Model artifact %s of %s".formatted(sha256(), schema);
    }
}
