package io.aifactory.local.storagewatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * What was sent, kept in a file: one line per event with its sequence, the file's state and its place. A line is on disk before
 * the event counts as sent; a torn last line counts as not sent, so that its event is sent again.
 */
final class SentEvents {

    private static final String SEPARATOR = "\t";

    private final Path file;
    private final Map<String, String> stateByPlace = new HashMap<>();
    private long lastSequence;

    private SentEvents(Path file) {
        this.file = file;
    }

    /** Returns what the given file remembers. */
    static SentEvents in(Path file) {
        var sent = new SentEvents(file);
        try {
            if (Files.exists(file)) {
                var text = Files.readString(file);
                sent.repair(text);
                text.lines().forEach(sent::recall);
            }
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
    }

    /** Returns whether the event for this state of the file was sent. */
    boolean contains(SeenFile seen) {
        return seen.eTag().equals(stateByPlace.get(seen.place()));
    }

    /** Returns the sequence number of the next event. */
    long nextSequence() {
        return lastSequence + 1;
    }

    /** Remembers that the event for this state of the file was sent. */
    void add(SeenFile seen) {
        var line = String.join(SEPARATOR, String.valueOf(nextSequence()), seen.eTag(), seen.place(), "\n");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
        }
        recall(line.strip());
    }

    private void repair(String text) throws IOException {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    private void recall(String line) {
        var parts = line.split(SEPARATOR, -1);
        if (parts.length >= 3 && !parts[2].isEmpty()) {
            lastSequence = Math.max(lastSequence, Long.parseLong(parts[0]));
            stateByPlace.put(parts[2], parts[1]);
        }
    }
}
