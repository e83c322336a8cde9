package io.aifactory.localbus.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTests {

    private final LongTable table = new LongTable();

    @Test
    void findsWhatWasPutLast() {
        Random random = new Random(1);
        Map<Long, Long> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = random.nextInt(i < 100_000 ? 5_000 : 500);
            long value = random.nextInt(3);
            table.put(key, value);
            expected.put(key, value);
        }

        expected.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(table.size()).isEqualTo((int)
                expected.values().stream().filter(value -> value != 0).count());
    }

    @Test
    void shrinksWhenItIsEmptied() {
        for (long key = 1; key <= 10_000; key++) {
            table.put(key, key);
        }
        for (long key = 1; key <= 9_999; key++) {
            table.put(key, LongTable.NONE);
        }

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.get(10_000)).isEqualTo(10_000);
        assertThat(table.get(5)).isEqualTo(LongTable.NONE);
    }
}
