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
     * Puts a file there, whole or not at all, in place of one that may be there already. It takes over the access list that
     * one was given, or has what its folder hands down. Who reads the former file sees nothing of the new one: a storage that keeps the former one for its readers lets them
     * read on, any other fails their next read. Folders above it are made.
     */
    StoredFile publish(LakePath path, LakeContent content);

    /** Sends what a file is to hold to the lake, aside, so that it can be published by one short step. */
    LakeUpload upload(LakeContent content);

    /**
     * Puts a file there, whole or not at all, if none is there. Of several who try at once, exactly one succeeds.
     *
     * @throws LakeFileExists if one is there already
     */
    StoredFile create(LakePath path, LakeContent content);

    /**
     * Opens a file to read it from its beginning. The caller closes the stream. Reading fails with an
     * {@link java.io.IOException} if the storage fails, and may fail with one if the file is replaced meanwhile.
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

    /** Removes a file, with its access list, and returns whether one was there. */
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
     * nearest folder above, whether or not there is anything yet; empty if nobody was named. Entries may come in another
     * order than they were given, those that permit nothing may be left out, and a file has no default entries.
     */
    AccessList access(LakePath path);

    /**
     * Says who may do what with a file or a folder, in place of what was said before. Default entries of a folder hold for
     * all that lies below without a list of its own, whenever it was made; those of a file mean nothing. If it fails, some
     * of what lies below may have its share and some not: say it again. Saying again what holds already costs little.
     *
     * @throws LakeFileNotFound if there is neither a file nor a folder
     */
    void setAccess(LakePath path, AccessList access);
}
