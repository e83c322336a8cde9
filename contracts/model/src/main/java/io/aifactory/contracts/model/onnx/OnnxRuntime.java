package io.aifactory.contracts.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Starts ONNX Runtime once for the process, on a thread with a large stack: while it starts, version 1.29.0 recurses
 * over the process's command line, and a command line of four thousand characters, such as an ordinary class path,
 * overflows a stack of 1 MiB and takes the process with it.
 */
final class OnnxRuntime {

    private static final long STACK_BYTES = 256L * 1024 * 1024;
    private static final OrtEnvironment ENVIRONMENT = start();

    private OnnxRuntime() {}

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment start() {
        var starting = new FutureTask<>(new Start());
        new Thread(null, starting, "onnx-runtime-start", STACK_BYTES).start();
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ONNX Runtime started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime can't be started: " + e.getCause(), e);
        }
    }

    /** A class of its own: a lambda would belong to the class that is just being initialized, and wait for it. */
    private static final class Start implements Callable<OrtEnvironment> {

        @Override
        public OrtEnvironment call() {
            return OrtEnvironment.getEnvironment("ai-factory");
        }
    }
}
