package io.aifactory.lake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.InvalidName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link AsOf}, {@link VersionChoice} and {@link Cursor}. */
class ChoicesTests {

    @Test
    void aDayIsTakenToItsEndInUtc() {
        assertThat(AsOf.of("2026-11-20").until())
                .isAfter(Instant.parse("2026-11-20T23:59:59.999Z"))
                .isBefore(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(AsOf.of("2026-11-20T10:15:30Z").until()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"friday", "2026-13-01", "2026-11-20T10:15", ""})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> AsOf.of(text))
                .isInstanceOf(InvalidName.class)
                .hasMessageContaining("a date such as 2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "", "99999999999"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> VersionChoice.of(text)).hasMessageContaining("a number from 1, or latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a/b/c/d/1", "%%%", "YS9iL2MvZC94", ""})
    void refusesACursorNobodyGave(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).hasMessageContaining("one that an earlier answer gave");
    }
}
