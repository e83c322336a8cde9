package io.aifactory.lake.engine.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Turns a text from its encoding into UTF-8, as a stream. What its encoding does not have is no text, and what is UTF-8 is in no other. */
final class Transcoding {

    private static final int BUFFER = 1 << 16;

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private final OutputStream out;
    private final Utf8Resemblance resemblance = new Utf8Resemblance();
    private long consumed;
    private long line = 1;

    private Transcoding(Charset charset, OutputStream out) {
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.out = out;
    }

    static void copy(InputStream in, Charset charset, OutputStream out) throws IOException {
        new Transcoding(charset, out).copy(in);
    }

    private void copy(InputStream in) throws IOException {
        boolean atEnd = false;
        while (!atEnd) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            atEnd = read < 0;
            resemblance.look(bytes.array(), bytes.position(), bytes.position() + read);
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            decode(atEnd);
            bytes.compact();
        }
        decoder.flush(characters);
        write();
        resemblance.firstCharacter().ifPresent(this::refuse);
    }

    private void refuse(byte[] character) {
        throw new UnreadableFile(
                "it is declared as %1$s, but reads as UTF-8: '%2$s' would become '%3$s'; change form.encoding of the dataset, or write the file in %1$s"
                        .formatted(charset.name(), new String(character, UTF_8), new String(character, charset)));
    }

    private void decode(boolean atEnd) throws IOException {
        CoderResult result;
        do {
            int before = bytes.position();
            result = decoder.decode(bytes, characters, atEnd);
            consumed += bytes.position() - before;
            write();
            if (result.isError()) {
                throw new UnreadableFile(
                        "it is not in %s: line %d has bytes that are no character of it (at byte %d); form.encoding of the dataset says the encoding"
                                .formatted(charset.name(), line, consumed));
            }
        } while (result.isOverflow());
    }

    private void write() throws IOException {
        characters.flip();
        line += characters.chars().filter(character -> character == '\n').count();
        out.write(characters.toString().getBytes(UTF_8));
        characters.clear();
    }
}
