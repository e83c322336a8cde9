package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import org.jspecify.annotations.Nullable;

/** A folder of the lake's skeleton: what people are given access to, and what listings start from. */
public sealed interface LakeFolder extends LakePath
        permits LakeFolder.Root,
                LakeFolder.Top,
                LakeFolder.OfProject,
                LakeFolder.OfModel,
                LakeFolder.OfZone,
                LakeFolder.OfDataset,
                LakeFolder.OfModels,
                LakeFolder.OfQueries {

    /** The lake itself. */
    record Root() implements LakeFolder {
        @Override
        public String path() {
            return "";
        }
    }

    /** The folders right below the root. */
    enum Top implements LakeFolder {
        /** What counts now, for the whole lake. */
        ACTIVE("active"),
        /** What was logged. */
        LOGGING("logging"),
        /** What the core team owns. */
        MASTER("master"),
        /** What projects own. */
        PROJECTS("projects");

        private final String path;

        Top(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }
    }

    /**
     * All of a project.
     *
     * @param project the project
     */
    record OfProject(ProjectId project) implements LakeFolder {
        @Override
        public String path() {
            return "projects/" + project;
        }
    }

    /**
     * All of a model.
     *
     * @param project the project
     * @param model the model
     */
    record OfModel(ProjectId project, ModelName model) implements LakeFolder {
        @Override
        public String path() {
            return "projects/%s/%s".formatted(project, model);
        }
    }

    /**
     * All that a model learns from, or all that a version of it scores.
     *
     * @param zone which half
     */
    record OfZone(ModelZone zone) implements LakeFolder {
        @Override
        public String path() {
            return zone.path();
        }
    }

    /**
     * What comes in, goes out or is turned away of a source dataset: {@code …/train/ds01_diabetes/in/dev}.
     *
     * @param zone to learn from or to score
     * @param dataset the source dataset
     * @param part which of the three
     * @param environment the environment
     */
    record OfDataset(ModelZone zone, DatasetName dataset, Part part, EnvironmentTier environment)
            implements LakeFolder {

        /** What a source dataset's folder holds. */
        public enum Part {
            /** Files as they came. */
            IN("in"),
            /** Bronze tables. */
            BRONZE("out/bronze"),
            /** Silver tables. */
            SILVER("out/silver"),
            /** What was turned away. */
            BAD("bad");

            private final String folder;

            Part(String folder) {
                this.folder = folder;
            }

            String folder() {
                return folder;
            }
        }

        public OfDataset {
            Names.requireSource(dataset);
        }

        @Override
        public String path() {
            return "%s/%s/%s/%s".formatted(zone.path(), dataset, part.folder, environment);
        }
    }

    /**
     * Where a model's artifacts lie.
     *
     * @param zone the model
     */
    record OfModels(ModelZone.Train zone) implements LakeFolder {
        @Override
        public String path() {
            return zone.path() + "/model";
        }
    }

    /**
     * Where a team's own queries lie: {@code …/train/ds01_diabetes/sql/dev}, or {@code …/train/sql/dev} for the merge.
     *
     * @param zone the model
     * @param dataset the source dataset; absent for the merge
     * @param environment the environment
     */
    record OfQueries(ModelZone.Train zone, @Nullable DatasetName dataset, EnvironmentTier environment)
            implements LakeFolder {

        public OfQueries {
            if (dataset != null) {
                Names.requireSource(dataset);
            }
        }

        @Override
        public String path() {
            String folder = dataset == null ? zone.path() : zone.path() + "/" + dataset;
            return "%s/sql/%s".formatted(folder, environment);
        }
    }
}
