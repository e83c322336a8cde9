package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.LocalDate;

/** A path of {@code master/}, which the core team owns and projects read. */
public sealed interface MasterPath extends LakePath
        permits MasterPath.In,
                MasterPath.InFolder,
                MasterPath.LogFile,
                MasterPath.LogFolder,
                MasterPath.Out,
                MasterPath.SharedBack,
                MasterPath.SharedGold,
                MasterPath.TableFolder {

    /**
     * Where all files of a dataset land, below it one folder a day: {@code master/se/sap_patients/ds01_diabetes/in}.
     *
     * @param dataset the dataset
     */
    record InFolder(MasterDataset dataset) implements MasterPath {
        @Override
        public String path() {
            return dataset.path() + "/in";
        }
    }

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
            if (name.equals(MasterTable.LOG)) {
                throw new InvalidLakePath(name, "the name is that of the folder of a table's log");
            }
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
     * A table in Delta format: {@code master/se/sap_patients/ds01_diabetes/out/silver}.
     *
     * @param table the table
     */
    record TableFolder(MasterTable table) implements MasterPath {
        @Override
        public String path() {
            return table.path();
        }
    }

    /**
     * The log of a table in Delta format: {@code …/out/silver/_delta_log}.
     *
     * @param table the table
     */
    record LogFolder(MasterTable table) implements MasterPath {
        @Override
        public String path() {
            return table.path() + "/" + MasterTable.LOG;
        }
    }

    /**
     * A file of that log: {@code …/out/silver/_delta_log/00000000000000000000.json}.
     *
     * @param table the table
     * @param name the file's name
     */
    record LogFile(MasterTable table, String name) implements MasterPath {
        public LogFile {
            Names.requireFile(name);
        }

        @Override
        public String path() {
            return "%s/%s/%s".formatted(table.path(), MasterTable.LOG, name);
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
