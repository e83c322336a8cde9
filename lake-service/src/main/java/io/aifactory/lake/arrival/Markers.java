package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.MasterPath;

/** Files that engines write beside their data, and that hold none. */
final class Markers {

    private static final String COMPLETE = "_SUCCESS";

    private Markers() {}

    static boolean isMarker(InFile file) {
        return nameOf(file).startsWith("_");
    }

    static boolean isMarker(MasterPath.In file) {
        return file.name().startsWith("_");
    }

    /** Returns whether the file says that its folder is filled. */
    static boolean saysComplete(InFile file) {
        return nameOf(file).equals(COMPLETE);
    }

    private static String nameOf(InFile file) {
        return file.name().substring(file.name().indexOf('/') + 1);
    }
}
