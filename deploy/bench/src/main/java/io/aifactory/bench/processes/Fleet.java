package io.aifactory.bench.processes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** All processes of a run. None of them outlives it. */
public final class Fleet implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "fleet");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Path logs;

    /** Makes an empty fleet that writes its logs to the given folder. */
    public Fleet(Path logs) {
        this.logs = logs;
    }

    /** Adds a process, which is not started yet; its command is asked for at each start. */
    public synchronized Member add(String name, Supplier<List<String>> command, Map<String, String> environment) {
        var member = new Member(name, command, environment, logs.resolve(name + ".log"), timer);
        members.put(name, member);
        return member;
    }

    /** Returns the process of the given name. */
    public synchronized Member member(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    /** Returns the names of all processes, in the order they were added. */
    public synchronized List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Ends all processes. */
    @Override
    public synchronized void close() {
        timer.shutdownNow();
        members.values().forEach(Member::keepDown);
    }
}
