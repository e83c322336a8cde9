package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a process wrote. */
@Command(
        name = "logs",
        description = "Show the end of a process's log; without a name, which logs there are.",
        footer = {
            "",
            "Examples:",
            "  ./factory logs training",
            "  ./factory logs lake -f",
            "  ./factory logs supervisor -n 500"
        })
public final class Logs implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int BLOCK = 64 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The process, as status shows it.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as it grows.")
    private boolean follow;

    @Option(
            names = "-n",
            defaultValue = "100",
            paramLabel = "LINES",
            description = "How many lines to begin with. Default: 100.")
    private int count = 100;

    @Override
    public Integer call() throws IOException {
        if (count < 0) {
            throw Refusal.usage("-n takes how many lines to begin with, 0 or more, and not %d.".formatted(count));
        }
        var home = FactoryHome.current();
        if (name.isEmpty()) {
            known(home).forEach(System.out::println);
            return 0;
        }
        var log = home.log(name);
        if (!known(home).contains(name)) {
            throw Refusal.of("There is no log of '%s'. There are: %s".formatted(name, String.join(", ", known(home))));
        }
        showEnd(log);
        if (follow) {
            followForEver(log);
        }
        return 0;
    }

    private static List<String> known(FactoryHome home) {
        try (Stream<Path> files = Files.list(FactoryHome.made(home.logs()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + home.logs(), e);
        }
    }

    private void showEnd(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(System.out::println);
    }

    private static void followForEver(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            var block = new byte[BLOCK];
            while (true) {
                var read = file.read(block);
                if (read > 0) {
                    System.out.write(block, 0, read);
                    System.out.flush();
                } else {
                    Waiting.pause(PAUSE);
                }
            }
        }
    }
}
