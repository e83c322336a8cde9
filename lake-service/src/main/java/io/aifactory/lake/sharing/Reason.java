package io.aifactory.lake.sharing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why something is done.
 *
 * @param reason in a sentence or two
 */
record Reason(@NotBlank @Size(max = LONGEST) String reason) {
    static final int LONGEST = 500;
}
