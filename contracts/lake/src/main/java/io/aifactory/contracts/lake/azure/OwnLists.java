package io.aifactory.contracts.lake.azure;

import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import com.azure.storage.file.datalake.options.DataLakePathCreateOptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was given an access list of its own, for the service does not tell a list that was given from one that was
 * inherited. An empty file remembers it, in a folder below {@code .access} as what it stands for lies below the root. Its
 * metadata say whether what inherits has its share yet.
 */
final class OwnLists {

    /** No folder of the grammar: nothing in it is ever listed or read. */
    static final String FOLDER = ".access";

    private static final String MARK = ".own";
    private static final String STATE = "state";

    private final DataLakeFileSystemClient lake;

    OwnLists(DataLakeFileSystemClient lake) {
        this.lake = lake;
    }

    enum State {
        /** It inherits. */
        NONE,
        /** It was given a list, which is being handed down or never was to its end. */
        UNFINISHED,
        /** It was given a list, and so was all that inherits from it. */
        FINISHED
    }

    State of(String path) {
        try {
            return State.valueOf(
                    String.valueOf(mark(path).getProperties().getMetadata().get(STATE)));
        } catch (RuntimeException e) {
            if (Calls.isNotFound(e)) {
                return State.NONE;
            }
            throw e;
        }
    }

    /** Remembers that a list is being given, and returns what {@link #finish} needs. */
    String begin(String folder) {
        return put(folder, State.UNFINISHED, null);
    }

    /** Remembers that it was handed down, unless somebody began to give another one in the meantime. */
    void finish(String folder, String begun) {
        try {
            put(folder, State.FINISHED, new DataLakeRequestConditions().setIfMatch(begun));
        } catch (RuntimeException e) {
            if (!Calls.isConflict(e)) {
                throw e;
            }
        }
    }

    /** Remembers it no longer. */
    void forget(String path) {
        mark(path).deleteIfExists();
    }

    /** Returns the files and folders below, however deep, that were given lists of their own. */
    Set<String> below(String folder) {
        var own = new HashSet<String>();
        try {
            for (PathItem item :
                    lake.listPaths(new ListPathsOptions().setPath(home(folder)).setRecursive(true), null)) {
                if (item.getName().endsWith("/" + MARK)) {
                    own.add(folderOf(item.getName()));
                }
            }
        } catch (RuntimeException e) {
            if (!Calls.isNotFound(e)) {
                throw e;
            }
        }
        own.remove(folder);
        return own;
    }

    private String put(String folder, State state, @Nullable DataLakeRequestConditions conditions) {
        var options = new DataLakePathCreateOptions()
                .setMetadata(Map.of(STATE, state.name()))
                .setRequestConditions(conditions);
        return mark(folder)
                .createWithResponse(options, null, Context.NONE)
                .getValue()
                .getETag();
    }

    private DataLakeFileClient mark(String folder) {
        return lake.getFileClient(home(folder) + "/" + MARK);
    }

    private static String home(String folder) {
        return folder.isEmpty() ? FOLDER : FOLDER + "/" + folder;
    }

    private static String folderOf(String mark) {
        String home = mark.substring(0, mark.length() - MARK.length() - 1);
        return home.length() <= FOLDER.length() ? "" : home.substring(FOLDER.length() + 1);
    }
}
