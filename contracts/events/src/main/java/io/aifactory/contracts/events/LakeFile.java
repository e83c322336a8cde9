package io.aifactory.contracts.events;

/**
 * A file in an environment's lake.
 *
 * @param environment whose lake
 * @param path the path below the lake's root, without a leading slash
 */
public record LakeFile(EnvironmentTier environment, String path) {}
