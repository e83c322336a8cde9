package io.aifactory.promotion.promotion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who or what decided on a promotion.
 *
 * @param by a person, or one of {@link #COMPARISON}, {@link #SETTINGS}, {@link #HASH_CHECK} and {@link #NEWER_REQUEST}
 * @param comment what the person wrote
 * @param at when
 */
public record Ruling(String by, @Nullable String comment, Instant at) {

    /** The comparison with the champion. */
    static final String COMPARISON = "comparison";

    /** The settings, which ask for nobody's approval. */
    static final String SETTINGS = "settings";

    /** The check that an artifact is still the one that was trained. */
    static final String HASH_CHECK = "hash-check";

    /** A newer request for the same model and environment. */
    static final String NEWER_REQUEST = "newer-request";
}
