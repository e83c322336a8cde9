package io.aifactory.lake.engine.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A JSON document as text, and what is wrong with it in words that are not about the parser. */
final class JsonText {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What only those can follow who wrote the program. */
    private static final Pattern ABOUT_PARSER = Pattern.compile(
            " \\(start marker at \\[.*?]\\)|, from `[^`]*`|: enable `[^`]*` to allow| \\(consider enabling `[^`]*`.*\\)$"
                    + "|: maybe a \\(non-standard\\) comment\\?.*$");

    private JsonText() {}

    /**
     * Opens a document in UTF-8, or in UTF-16 as its first character shows, which is ASCII.
     *
     * <p>Reading throws a {@link CharacterCodingException} where it is not.
     */
    static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(MARK.length);
        byte[] start = in.readNBytes(MARK.length);
        if (!Arrays.equals(start, MARK)) {
            in.reset();
        }
        return new InputStreamReader(in, charset(start).newDecoder());
    }

    private static Charset charset(byte[] start) {
        if (start.length < 2 || (start[0] != 0 && start[1] != 0)) {
            return UTF_8;
        }
        return start[0] == 0 ? UTF_16BE : UTF_16LE;
    }

    static String reason(JacksonException e) {
        return ABOUT_PARSER.matcher(e.getOriginalMessage()).replaceAll("");
    }
}
