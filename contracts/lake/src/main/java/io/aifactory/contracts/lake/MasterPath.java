package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.LocalDate;

/** A path of {@code master/}, which the core team owns and projects read. */
public sealed interface MasterPath extends LakePath
        permits MasterPath.In, MasterPath.Out, MasterPath.SharedBack, MasterPath.SharedGold {

    /**
     * A file as it came: {@code master/se/sap_patients/ds01_diabetes/in/2021/12/13/diabetes.csv}.
     *
     * @param dataset the dataset
     * @param date the day
     * @param name the file's name
     */
    record In(MasterDataset dataset, LocalDate date, String name) implements MasterPath {
        public In {
            Names.requireDate(date);
            Names.requireFile(name);
        }

        @Override
        public String path() {
            return "%s/in/%s/%s".formatted(dataset.path(), Names.folderOf(date), name);
        }
    }

    /**
     * A file of a refined master table: {@code master/se/sap_patients/ds01_diabetes/out/silver/part-0.parquet}.
     *
     * @param dataset the dataset
     * @param layer bronze or silver
     * @param name the file's name
     */
    record Out(MasterDataset dataset, RefinedLayer layer, String name) implements MasterPath {
        public Out {
            Names.requireFile(name);
        }

        @Override
        public String path() {
            return "%s/out/%s/%s".formatted(dataset.path(), layer, name);
        }
    }

    /**
     * A file a project gives back: {@code master/…/ds01_diabetes/out/project001/out/silver/dev/2026/11/20/silver.parquet}.
     *
     * @param dataset the dataset
     * @param project who gives it
     * @param layer bronze or silver
     * @param environment the environment
     * @param date the day
     * @param name the file's name
     */
    record SharedBack(
            MasterDataset dataset,
            ProjectId project,
            RefinedLayer layer,
            EnvironmentTier environment,
            LocalDate date,
            String name)
            implements MasterPath {
        public SharedBack {
            Names.requireDate(date);
            Names.requireFile(name);
        }

        @Override
        public String path() {
            return "%s/out/%s/out/%s/%s/%s/%s"
                    .formatted(dataset.path(), project, layer, environment, Names.folderOf(date), name);
        }
    }

    /**
     * A project's gold given back: {@code master/gold/11_diabetes_model_reg/project001/gold.parquet}.
     *
     * @param model the model
     * @param project who gives it
     */
    record SharedGold(ModelName model, ProjectId project) implements MasterPath {
        @Override
        public String path() {
            return "master/gold/%s/%s/gold.parquet".formatted(model, project);
        }
    }
}
