package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions are looked for. What is absent may be anything.
 *
 * @param projects of which projects
 * @param model the model
 * @param dataset the dataset
 * @param layer the layer
 * @param environment the environment
 * @param words what their names have to have
 * @param latest whether only the newest of each registered dataset, as of the moment asked for
 * @param asOf the moment to go back to
 */
record EntrySearch(
        @Nullable Set<ProjectId> projects,
        @Nullable ModelName model,
        @Nullable DatasetName dataset,
        @Nullable LakeLayer layer,
        @Nullable EnvironmentTier environment,
        SearchWords words,
        boolean latest,
        @Nullable AsOf asOf) {}
