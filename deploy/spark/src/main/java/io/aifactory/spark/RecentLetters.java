package io.aifactory.spark;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Letters whose capitals the embedded engine knows and not every JDK does: what came with Unicode 14. */
final class RecentLetters {

    /** The capitals of small letters. */
    static final Map<Integer, Integer> CAPITALS;

    /** The small letters of capitals. */
    static final Map<Integer, Integer> SMALL;

    private static final int[] LATIN_AND_GLAGOLITIC = {
        0x2c2f, 0x2c5f, 0xa7c0, 0xa7c1, 0xa7d0, 0xa7d1, 0xa7d6, 0xa7d7, 0xa7d8, 0xa7d9
    };
    private static final int FIRST_OF_VITHKUQI = 0x10570;
    private static final int LAST_OF_VITHKUQI = 0x10595;
    private static final int SMALL_OF_VITHKUQI = 0x27;
    private static final String NOT_IN_VITHKUQI =
            Character.toString(0x1057b) + Character.toString(0x1058b) + Character.toString(0x10593);

    static {
        var capitals = new HashMap<Integer, Integer>();
        for (int i = 0; i < LATIN_AND_GLAGOLITIC.length; i += 2) {
            capitals.put(LATIN_AND_GLAGOLITIC[i + 1], LATIN_AND_GLAGOLITIC[i]);
        }
        for (int letter = FIRST_OF_VITHKUQI; letter <= LAST_OF_VITHKUQI; letter++) {
            if (NOT_IN_VITHKUQI.indexOf(letter) < 0) {
                capitals.put(letter + SMALL_OF_VITHKUQI, letter);
            }
        }
        var small = new HashMap<Integer, Integer>();
        capitals.forEach((letter, capital) -> small.put(capital, letter));
        capitals.put((int) 'ß', (int) 'ẞ'); // by itself, rather than as two letters
        CAPITALS = Collections.unmodifiableMap(capitals);
        SMALL = Collections.unmodifiableMap(small);
    }

    private RecentLetters() {}
}
