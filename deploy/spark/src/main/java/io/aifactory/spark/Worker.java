package io.aifactory.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import org.apache.spark.sql.SparkSession;

/**
 * Runs statements with Spark. It reads a {@link Request} a line from its standard input, and writes an {@link Answer} a line
 * to its standard output; the first line it writes says that it is ready, and it ends when there is nothing more to read.
 * Which Spark and where is for those to say who start it: by {@code spark-submit}, or by system properties.
 */
public final class Worker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statements statements;
    private final PrintStream answers;

    private Worker(Statements statements, PrintStream answers) {
        this.statements = statements;
        this.answers = answers;
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.setOut(System.err); // whatever libraries print is no answer
        try (SparkSession spark = Sessions.start();
                var requests = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            new Worker(new Statements(spark), answers).serve(requests);
        }
    }

    private void serve(BufferedReader requests) throws IOException {
        write(Answer.READY);
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            write(answer(JSON.readValue(line, Request.class)));
        }
    }

    private Answer answer(Request request) {
        try {
            return statements.run(request);
        } catch (Exception e) { // Spark throws checked exceptions it does not declare; the worker outlives each of them
            return Answer.failed(Failure.of(e));
        }
    }

    private void write(Answer answer) throws IOException {
        answers.println(JSON.writeValueAsString(answer));
    }
}
