package io.aifactory.contracts.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.Scorer;
import java.util.Set;

/**
 * Scores with an ONNX model by ONNX Runtime, one shared session and one thread per call.
 *
 * <p>Takes models with one table as input ([N, F] of floats or doubles, the features in the schema's order) or with one
 * column per feature (by name; floats, doubles, integers or texts), and as output a number per row (regression) or the
 * classes' probabilities (classification) as a table or as maps (ZipMap).
 */
public final class OnnxScorer implements Scorer {

    private final FeatureSchema schema;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OnnxInputs inputs;
    private final OnnxOutput output;

    private OnnxScorer(
            FeatureSchema schema,
            OrtEnvironment environment,
            OrtSession session,
            OnnxInputs inputs,
            OnnxOutput output) {
        this.schema = schema;
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.output = output;
    }

    /**
     * Loads a model.
     *
     * @throws ModelRefused when the file is no ONNX model, takes data from other files, or doesn't fit the schema
     */
    public static OnnxScorer open(byte[] onnx, FeatureSchema schema) {
        var file = OnnxFile.read(onnx);
        var environment = OnnxRuntime.environment();
        var session = session(environment, onnx);
        try {
            var inputs = OnnxInputs.of(session.getInputInfo().values(), schema);
            var output = OnnxOutput.of(session.getOutputInfo().values(), schema, file);
            var scorer = new OnnxScorer(schema, environment, session, inputs, output);
            scorer.score(new float[schema.features().size()]);
            return scorer;
        } catch (OrtException | RuntimeException e) {
            close(session);
            throw e instanceof ModelRefused refused ? refused : unusable(e);
        }
    }

    @Override
    public int featureCount() {
        return schema.features().size();
    }

    @Override
    public int outputCount() {
        return schema.outputCount();
    }

    @Override
    public double[] score(float[] row) {
        return scoreAll(new float[][] {row})[0];
    }

    @Override
    public double[][] scoreAll(float[][] rows) {
        for (var row : rows) {
            Scorer.requireLength(row, featureCount());
        }
        if (rows.length == 0) {
            return new double[0][];
        }
        try {
            var tensors = inputs.tensors(environment, rows);
            try (var result = session.run(tensors, Set.of(output.name()))) {
                return output.scores(result.get(0), rows.length);
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        close(session);
    }

    private static OrtSession session(OrtEnvironment environment, byte[] onnx) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw unusable(e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The ONNX session can't be closed", e);
        }
    }

    private static ModelRefused unusable(Exception cause) {
        return new ModelRefused("ONNX Runtime refuses the model: " + cause.getMessage(), cause);
    }
}
