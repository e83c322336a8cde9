package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was handed in or made.
 *
 * @param name its name, as {@link NodeName} has it
 * @param kind what it is
 * @param project whose it is
 * @param model the model it belongs to
 * @param dataset the dataset, of datasets and files
 * @param layer the layer, of datasets
 * @param environment in which environment's lake it lies
 * @param version the version, of datasets and models
 * @param path where it lies; absent for a model version that was only heard of
 * @param sha256 its content, of files and models, where it is known
 * @param rows how many rows it has
 * @param run the run that made it, or turned it away; absent while none was heard of
 * @param rejected why it was turned away, of files
 */
public record LineageNode(
        String name,
        NodeKind kind,
        ProjectId project,
        ModelName model,
        @Nullable String dataset,
        @Nullable LakeLayer layer,
        EnvironmentTier environment,
        @Nullable Integer version,
        @Nullable String path,
        @Nullable String sha256,
        @Nullable Long rows,
        @Nullable Run run,
        @Nullable String rejected) {}
