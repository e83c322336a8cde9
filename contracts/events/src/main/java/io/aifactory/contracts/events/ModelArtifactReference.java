package io.aifactory.contracts.events;

/**
 * A model's artifact file, and the hash that tells whether it is still that file.
 *
 * @param file where it lies
 * @param sha256 SHA-256 over the whole file, lower-case hex
 * @param bytes the file's length
 */
public record ModelArtifactReference(
        LakeFile file,
        @Matches("[0-9a-f]{64}") String sha256,
        @AtLeast(0) long bytes) {}
