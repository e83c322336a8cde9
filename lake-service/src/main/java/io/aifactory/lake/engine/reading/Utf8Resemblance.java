package io.aifactory.lake.engine.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether bytes that are said to be in another encoding are UTF-8 with characters beyond ASCII. All of them fit together by
 * accident in practically no text.
 */
final class Utf8Resemblance {

    private static final int LONGEST = 4;

    private final byte[] character = new byte[LONGEST];
    private int seen;
    private int expected;
    private boolean broken;
    private byte[] first = {};

    void look(byte[] bytes, int from, int to) {
        for (int i = from; i < to && !broken; i++) {
            if (expected > 0) {
                goOn(bytes[i]);
            } else if (bytes[i] < 0) {
                begin(bytes[i]);
            } else {
                broken = bytes[i] == 0;
            }
        }
    }

    /** Returns the first character beyond ASCII, in UTF-8, if all that was seen is UTF-8 and has one. */
    Optional<byte[]> firstCharacter() {
        return broken || expected > 0 || first.length == 0 ? Optional.empty() : Optional.of(first.clone());
    }

    private void begin(byte lead) {
        expected = Integer.numberOfLeadingZeros(~lead << 24);
        broken = expected < 2 || expected > LONGEST;
        character[0] = lead;
        seen = 1;
    }

    private void goOn(byte next) {
        character[seen++] = next;
        if (seen < expected) {
            return;
        }
        byte[] whole = Arrays.copyOf(character, expected);
        broken = !Arrays.equals(new String(whole, UTF_8).getBytes(UTF_8), whole);
        first = first.length == 0 ? whole : first;
        expected = 0;
    }
}
