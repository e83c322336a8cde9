package io.aifactory.scoring.scored;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.InvalidName;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Tells one scoring from all others: a UUID of 32 hex digits. That of an online request is time-ordered (RFC 9562,
 * version 7), so that its scores can be found by the time it bears.
 *
 * @param value the 32 hex digits
 */
public record ScoringId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int VERSION_DIGIT = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public ScoringId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidName("scoring id", value, "32 hex digits");
        }
    }

    /** Returns a new id that bears the given time, to the millisecond. */
    public static ScoringId at(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | VERSION_7 | random.nextLong() >>> 52;
        long low = VARIANT | random.nextLong() >>> 2;
        return of(new UUID(high, low));
    }

    /** Returns the id that always belongs to the given key. */
    public static ScoringId ofKey(String key) {
        return of(UUID.nameUUIDFromBytes(key.getBytes(UTF_8)));
    }

    /** Returns the time the id bears, to the millisecond, if it bears one. */
    public Optional<Instant> time() {
        return value.charAt(VERSION_DIGIT) == '7'
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(value.substring(0, VERSION_DIGIT), 16)))
                : Optional.empty();
    }

    private static ScoringId of(UUID uuid) {
        return new ScoringId(uuid.toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
