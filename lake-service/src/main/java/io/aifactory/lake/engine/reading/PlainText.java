package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unpacks a text and turns it into UTF-8, as a stream. */
final class PlainText {

    private static final int BUFFER = 1 << 16;

    /** What a text may begin with to say its encoding. */
    private static final Map<String, Charset> MARKS = Map.of(
            "efbbbf", StandardCharsets.UTF_8,
            "fffe", StandardCharsets.UTF_16LE,
            "feff", StandardCharsets.UTF_16BE,
            "fffe0000", Charset.forName("UTF-32LE"),
            "0000feff", Charset.forName("UTF-32BE"));

    private PlainText() {}

    /** Returns the file itself if it is plain UTF-8, else a copy that is. A mark at its beginning wins over what was said. */
    static Path of(Path file, Packing packing, @Nullable String encoding, Scratch scratch, long largest)
            throws IOException {
        try (var channel = FileChannel.open(file);
                var in = new BufferedInputStream(
                        new Guarded(unpacked(Channels.newInputStream(channel), packing), channel::position, largest),
                        BUFFER)) {
            in.mark(Signature.LONGEST);
            byte[] start = in.readNBytes(Signature.LONGEST);
            in.reset();
            String mark = markOf(start);
            Charset charset =
                    mark == null ? ordered(charset(encoding), start) : MARKS.getOrDefault(mark, StandardCharsets.UTF_8);
            if (packing != Packing.NONE) {
                FileName.requireText(start);
            }
            if (packing == Packing.NONE && charset.equals(StandardCharsets.UTF_8)) {
                return file;
            }
            in.skipNBytes(mark == null ? 0 : mark.length() / 2);
            Path plain = scratch.newFile("text");
            try (OutputStream out = Files.newOutputStream(plain)) {
                copy(in, charset, out);
            }
            return plain;
        }
    }

    private static InputStream unpacked(InputStream raw, Packing packing) throws IOException {
        try {
            return packing.unpack(new BufferedInputStream(raw, BUFFER));
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw new UnreadableFile("it cannot be unpacked; it is damaged or cut off at its beginning", e);
        }
    }

    private static void copy(InputStream in, Charset charset, OutputStream out) throws IOException {
        if (charset.equals(StandardCharsets.UTF_8)) {
            in.transferTo(out);
        } else {
            Transcoding.copy(in, charset, out);
        }
    }

    private static @Nullable String markOf(byte[] start) {
        return MARKS.keySet().stream()
                .filter(mark -> begins(start, HexFormat.of().parseHex(mark)))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean begins(byte[] start, byte[] mark) {
        return start.length >= mark.length && Arrays.equals(Arrays.copyOf(start, mark.length), mark);
    }

    /** Without a mark UTF-16 has the high byte first, unless the first character shows that it has not. */
    private static Charset ordered(Charset charset, byte[] start) {
        boolean lowFirst = start.length > 1 && start[0] != 0 && start[1] == 0;
        return charset.equals(StandardCharsets.UTF_16) && lowFirst ? StandardCharsets.UTF_16LE : charset;
    }

    private static Charset charset(@Nullable String encoding) {
        if (encoding == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile("form.encoding is '%s', which is no encoding known here".formatted(encoding), e);
        }
    }
}
