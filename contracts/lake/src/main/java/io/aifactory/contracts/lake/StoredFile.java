package io.aifactory.contracts.lake;

import java.time.Instant;

/**
 * What the storage knows of a file.
 *
 * @param path where it lies, below the lake's root
 * @param bytes its length
 * @param etag which content it is: another one whenever the file was put there anew
 * @param modifiedAt when it was put there
 */
public record StoredFile(String path, long bytes, String etag, Instant modifiedAt) {}
