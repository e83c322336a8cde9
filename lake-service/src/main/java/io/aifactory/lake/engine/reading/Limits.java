package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.UnreadableFile;
import java.util.Collection;

/** What is too much for a table, whoever made it. */
public final class Limits {

    /** The longest line, or row in whatever form, in bytes. */
    public static final int LONGEST_LINE = 2_000_000;

    /** How much of a line that does not fit is kept, in characters. */
    public static final int KEPT_OF_LINE = 2_000;

    static final int MOST_COLUMNS = 1_000;

    /** Texts that many rows of a workbook share, in characters: they are held in memory. */
    static final int MOST_SHARED_TEXT = 32 << 20;

    /** How many times its size a file may have when it is unpacked, once that is a lot. */
    static final int GREATEST_RATIO = 500;

    static final long SMALL_ENOUGH = 32L << 20;

    /** The longest piece of XML, such as a tag or a comment, in bytes: it is in memory as a whole. */
    static final int LONGEST_PIECE = 8 << 20;

    static final int MOST_NAMES = 10_000;

    static final int DEEPEST_XML = 100;

    private Limits() {}

    /**
     * Lets pass rows whose values are as long as those of a line may be.
     *
     * @param average how many bytes or parts the values of a column have in a row, on average
     * @throws UnreadableFile if they are longer
     */
    public static void requireShortRows(long average) {
        if (average > LONGEST_LINE) {
            throw new UnreadableFile("it has rows with values longer than %d bytes".formatted(LONGEST_LINE));
        }
    }

    /**
     * Lets pass what does not unpack to more than is read.
     *
     * @param unpacked how large it is, in bytes
     * @param largest the most that is read, in bytes
     * @throws UnreadableFile if it is larger
     */
    public static void requireSmall(long unpacked, long largest) {
        if (unpacked > largest) {
            throw new UnreadableFile(
                    "unpacked it is larger than %d bytes, which is the most that is read (factory.refinement.largest-file)"
                            .formatted(largest));
        }
    }

    /**
     * Lets pass as many columns as a table may have.
     *
     * @throws UnreadableFile if there are more
     */
    public static void requireFewColumns(Collection<?> columns) {
        if (columns.size() > MOST_COLUMNS) {
            throw new UnreadableFile("it has %s%d columns; a table has at most %d"
                    .formatted(columns.size() > MOST_COLUMNS + 1 ? "" : "at least ", columns.size(), MOST_COLUMNS));
        }
    }
}
