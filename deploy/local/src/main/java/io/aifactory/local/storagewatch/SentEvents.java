package io.aifactory.local.storagewatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent, kept in a file: one line per event with its sequence, the file's state and its place. A line is on disk before
 * the event counts as sent; a torn last line counts as not sent, so that its event is sent again.
 */
final class SentEvents {

    private static final String SEPARATOR = "\t";
    private static final String REMOVED = "removed";

    private final Path file;
    private final Map<String, String> stateByPlace = new HashMap<>();
    private final Map<String, Long> removals = new HashMap<>();
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

    /** Returns the places of which the last event said that a file is there. */
    List<String> places() {
        return stateByPlace.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(REMOVED))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the sequence of the event that said last that the place's file was removed; 0 if none did. */
    long lastRemoval(String place) {
        return removals.getOrDefault(place, 0L);
    }

    /** Returns the sequence of the next event: later than all before it, also those of a memory that was lost. */
    long nextSequence(Instant now) {
        return Math.max(lastSequence + 1, now.toEpochMilli());
    }

    /** Remembers that the event for this state of the file was sent. */
    void add(SeenFile seen, long sequence) {
        add(sequence, seen.eTag(), seen.place());
    }

    /** Remembers that the event for the removal of the place's file was sent. */
    void addRemoval(String place, long sequence) {
        add(sequence, REMOVED, place);
    }

    private void add(long sequence, String state, String place) {
        var line = String.join(SEPARATOR, String.valueOf(sequence), state, place, "\n");
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
            long sequence = Long.parseLong(parts[0]);
            lastSequence = Math.max(lastSequence, sequence);
            if (parts[1].equals(REMOVED)) {
                removals.put(parts[2], sequence);
            }
            stateByPlace.put(parts[2], parts[1]);
        }
    }
}
