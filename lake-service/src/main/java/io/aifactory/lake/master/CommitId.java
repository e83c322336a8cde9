package io.aifactory.lake.master;

/**
 * Tells a commit from all others of its table, and is the same whenever the same is committed again.
 *
 * @param value 1 to 200 characters
 */
public record CommitId(String value) {

    private static final int LONGEST = 200;

    public CommitId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("'%s' has not 1 to %d characters".formatted(value, LONGEST));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
