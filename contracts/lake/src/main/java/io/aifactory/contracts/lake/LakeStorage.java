package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The only door to the lake of one environment. All operations may be used by many threads and processes at a time.
 * What the storage itself can't do is a {@link LakeUnavailable}, which may pass.
 */
public interface LakeStorage {

    /** Returns whose lake it is. */
    EnvironmentTier environment();

    /**
     * Puts a file there, whole or not at all, in place of one that may be there already. A reader of the former file
     * reads on undisturbed. Folders above it are made.
     */
    StoredFile publish(LakePath path, LakeContent content);

    /**
     * Puts a file there, whole or not at all, if none is there. Of several who try at once, exactly one succeeds.
     *
     * @throws LakeFileExists if one is there already
     */
    StoredFile create(LakePath path, LakeContent content);

    /**
     * Opens a file to read it from its beginning. The caller closes the stream.
     *
     * @throws LakeFileNotFound if there is none
     */
    InputStream open(LakePath path);

    /** Returns what the storage knows of the file; empty if there is none, or a folder. */
    Optional<StoredFile> find(LakePath path);

    /**
     * Returns all files below a folder, however deep, sorted by path. Empty if there is no such folder. Files may be
     * listed whose paths are none of the grammar.
     */
    List<StoredFile> list(LakePath folder);

    /** Removes a file and returns whether one was there. */
    boolean delete(LakePath path);

    /** Makes a folder and those above it; nothing happens if it is there. */
    void createFolder(LakePath folder);

    /**
     * Returns the file as one that local programs can read. Only to be read, and only until it is closed.
     *
     * @throws LakeFileNotFound if there is none
     */
    LocalCopy localCopy(LakePath path);

    /**
     * Returns who may do what: the file's or folder's own list if it was given one, otherwise what it inherits from the
     * nearest folder above; empty if nobody was named.
     */
    AccessList access(LakePath path);

    /**
     * Says who may do what with a file or a folder, in place of what was said before. Default entries hold for all that
     * lies below without a list of its own, whenever it was made.
     */
    void setAccess(LakePath path, AccessList access);
}
