package io.aifactory.contracts.lake;

import java.nio.file.Path;

/** A file of the lake that local programs can read. Closing it frees what the copy takes, if it takes anything. */
public interface LocalCopy extends AutoCloseable {

    /** Returns where it lies: an absolute path. */
    Path path();

    @Override
    void close();
}
