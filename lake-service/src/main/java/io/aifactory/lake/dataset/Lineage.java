package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.LakeFile;
import java.util.List;

/**
 * What a version was made from, and what was made with it.
 *
 * @param inputs the versions it was made from
 * @param files the files it was made from
 * @param splits for gold: its parts
 */
public record Lineage(List<DatasetReference> inputs, List<LakeFile> files, List<DatasetReference> splits) {

    public Lineage {
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        splits = List.copyOf(splits);
    }

    /** Returns the lineage of what was made from files. */
    public static Lineage ofFiles(List<LakeFile> files) {
        return new Lineage(List.of(), files, List.of());
    }

    /** Returns the lineage of what was made from other versions. */
    public static Lineage ofInputs(List<DatasetReference> inputs) {
        return new Lineage(inputs, List.of(), List.of());
    }

    /** Returns the same with the given parts. */
    public Lineage withSplits(List<DatasetReference> parts) {
        return new Lineage(inputs, files, parts);
    }
}
