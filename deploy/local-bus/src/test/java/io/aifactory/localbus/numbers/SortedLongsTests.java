package io.aifactory.localbus.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedLongsTests {

    private final SortedLongs numbers = new SortedLongs();

    @Test
    void alwaysKnowsTheSmallest() {
        Random random = new Random(1);
        TreeSet<Long> expected = new TreeSet<>();
        long next = 0;
        for (int i = 0; i < 100_000; i++) {
            long number = random.nextInt(4) == 0 ? random.nextInt(5_000) : next++;
            if (random.nextInt(3) < 2) {
                assertThat(numbers.add(number)).isEqualTo(expected.add(number));
            } else if (random.nextBoolean() && !expected.isEmpty()) {
                assertThat(numbers.remove(expected.first())).isTrue();
                expected.pollFirst();
            } else {
                assertThat(numbers.remove(number)).isEqualTo(expected.remove(number));
            }
            assertThat(numbers.size()).isEqualTo(expected.size());
            if (!expected.isEmpty()) {
                assertThat(numbers.first()).isEqualTo(expected.first());
            }
        }
    }
}
