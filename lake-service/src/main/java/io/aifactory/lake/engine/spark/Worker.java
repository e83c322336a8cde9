package io.aifactory.lake.engine.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.lake.engine.spark.Message.Answer;
import io.aifactory.lake.engine.spark.Message.Request;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that runs statements with Spark, as a process of its own. It ends with this one, whose pipe it reads. */
final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "JAVA_HOME", "TMPDIR", "TEMP", "SystemRoot");
    private static final List<String> ENVIRONMENT_OF_SPARK = List.of("SPARK_", "HADOOP_", "YARN_", "KUBERNETES_");

    private final Process process;
    private final Path log;
    private final BufferedWriter requests;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    private Worker(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.requests = process.outputWriter(UTF_8);
        var listening = new Thread(this::listen, "spark-worker");
        listening.setDaemon(true);
        listening.start();
    }

    /**
     * Starts the program, and waits until it is ready.
     *
     * @param longest how long to wait for that
     * @param log where to write what it has to say
     * @throws SparkFailed if it does not start
     */
    static Worker start(List<String> command, Duration longest, Path log) {
        Worker worker = new Worker(process(command, log), log);
        try {
            worker.next(longest);
            return worker;
        } catch (SparkFailed e) {
            worker.close();
            throw e.kind() == SparkFailed.Kind.TOO_LONG ? worker.notReady(longest, e) : e;
        }
    }

    private SparkFailed notReady(Duration longest, SparkFailed cause) {
        return SparkFailed.ofItself(
                "it was not ready within %d s (factory.engine.spark.longest-start), has its cluster room for it? %s"
                        .formatted(longest.toSeconds(), lastWords()),
                cause);
    }

    private static Process process(List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().keySet().removeIf(name -> !isPassedOn(name));
            return builder.start();
        } catch (IOException e) {
            throw SparkFailed.ofItself("it can't be started: " + e.getMessage(), e);
        }
    }

    /** What the service knows may be secret; Spark gets what it needs. */
    private static boolean isPassedOn(String name) {
        return ENVIRONMENT.contains(name) || ENVIRONMENT_OF_SPARK.stream().anyMatch(name::startsWith);
    }

    boolean isAlive() {
        return !closed && process.isAlive();
    }

    /**
     * Returns the answer to a request.
     *
     * @param longest how long to wait for it
     * @throws SparkFailed if there is none, or it says that the request could not be done
     */
    Answer ask(Request request, Duration longest) {
        try {
            requests.write(JSON.writeValueAsString(request));
            requests.newLine();
            requests.flush();
        } catch (IOException e) {
            close();
            throw SparkFailed.ofItself("it has ended: " + lastWords(), e);
        }
        Answer answer = next(longest);
        if (answer.failure() != null) {
            throw SparkFailed.because(answer.failure());
        }
        return answer;
    }

    private Answer next(Duration longest) {
        try {
            Optional<String> line = answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                close();
                throw SparkFailed.tookTooLong(longest.toSeconds());
            }
            return JSON.readValue(line.orElseThrow(this::ended), Answer.class);
        } catch (JsonProcessingException e) {
            throw SparkFailed.ofItself("it does not speak as agreed", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw SparkFailed.ofItself("it was interrupted", e);
        }
    }

    private SparkFailed ended() {
        close();
        return SparkFailed.ofItself("it has ended: " + lastWords(), null);
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                answers.add(Optional.of(line));
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.warn("The answers of Spark can't be read", e);
            }
        } finally {
            answers.add(Optional.empty());
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, UTF_8);
            return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "what it said can't be read: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }
}
