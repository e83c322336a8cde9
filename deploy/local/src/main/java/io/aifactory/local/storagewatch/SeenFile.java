package io.aifactory.local.storagewatch;

/**
 * A file in a lake as it was seen.
 *
 * @param environment whose lake
 * @param path its path below the lake's root, with slashes
 * @param size its size in bytes
 * @param modified when it was last written, in milliseconds
 */
record SeenFile(String environment, String path, long size, long modified) {

    /** Returns what names the file whatever is in it. */
    String place() {
        return environment + "/" + path;
    }

    /** Returns what changes whenever the file does. */
    String eTag() {
        return "0x%X".formatted(modified * 31 + size);
    }
}
