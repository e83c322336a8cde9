package io.aifactory.contracts.lake;

/**
 * A file that is in the lake as a whole, but aside, where nobody finds it. Sending it may have taken hours; to put it in its
 * place is one short step. Whoever has it closes it: what was not put in place is removed then, and what a killed process
 * left is never seen.
 */
public interface LakeUpload extends AutoCloseable {

    /** Puts it there, as {@link LakeStorage#publish} does. Can be done once. */
    StoredFile publish(LakePath path);

    /** Removes it, unless it was put in place. What can't be removed now stays aside, and nothing is thrown. */
    @Override
    void close();
}
