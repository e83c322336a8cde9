package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a bound of time: a day (UTC), all of which is meant, or an instant. */
final class TimeText {

    private static final int DAY_LENGTH = "2026-11-20".length();

    private TimeText() {}

    static @Nullable Instant from(@Nullable String text) {
        return text == null ? null : read("from", text, 0);
    }

    static @Nullable Instant to(@Nullable String text) {
        return text == null ? null : read("to", text, 1);
    }

    private static Instant read(String name, String text, int daysOn) {
        try {
            return text.length() == DAY_LENGTH
                    ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay().toInstant(UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidSearch(
                    "%s is neither a day such as 2026-11-20 nor a time such as 2026-11-20T08:00:00Z: '%s'"
                            .formatted(name, text));
        }
    }
}
