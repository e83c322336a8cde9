package io.aifactory.lake.engine;

import java.nio.file.Path;

/**
 * A file that landed.
 *
 * @param name its path in the lake, by which its rows are told from others
 * @param number its place among the files of its dataset: of two, the newer has the greater
 * @param local where it can be read
 */
public record InputFile(String name, long number, Path local) {}
