package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.InvalidName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A moment to go back to.
 *
 * @param until the moment; what was saved then counts, what was saved later does not
 */
public record AsOf(Instant until) {

    private static final int DATE = "2026-11-20".length();

    /**
     * Returns an instant as it is, or the end of a day in UTC.
     *
     * @throws InvalidName if the text is neither
     */
    public static AsOf of(String text) {
        try {
            return new AsOf(text.length() == DATE ? endOf(LocalDate.parse(text)) : Instant.parse(text));
        } catch (DateTimeException e) {
            throw new InvalidName("time", text, "a date such as 2026-11-20 or an instant such as 2026-11-20T10:15:30Z");
        }
    }

    /** The last moment of the day that a database can tell from the next day. */
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
