package io.aifactory.contracts.lake;

/**
 * A file or folder the lake's grammar knows. Every path prints with {@link #path()} and is read back by
 * {@link LakePaths#parse}; there is no other way to a path but {@link ForeignFile}, so none can lead out of the lake.
 */
public sealed interface LakePath
        permits ActiveFile,
                CostReportFile,
                EnvironmentPath,
                ForeignFile,
                LakeFolder,
                LakeVersionFile,
                MasterPath,
                RunInfoFile {

    /** Returns the path below the lake's root: slashes between its parts, none at its ends. */
    String path();
}
