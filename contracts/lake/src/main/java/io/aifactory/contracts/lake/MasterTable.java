package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.LocalDate;

/** A table of {@code master/} in Delta format: a folder with data files and the log of what was committed to it. */
public sealed interface MasterTable permits MasterTable.Refined, MasterTable.GivenBack {

    /** The name of the folder in which a table's log lies. */
    String LOG = "_delta_log";

    /** Returns whose table it is. */
    MasterDataset dataset();

    /** Returns how far it is refined. */
    RefinedLayer layer();

    /** Returns the table's folder below the lake's root. */
    String path();

    /** Returns where a data file of the given name lies that is written on the given day. */
    MasterPath dataFile(LocalDate day, String name);

    /** Returns the table's folder. */
    default MasterPath.TableFolder folder() {
        return new MasterPath.TableFolder(this);
    }

    /** Returns the folder of the table's log. */
    default MasterPath.LogFolder logFolder() {
        return new MasterPath.LogFolder(this);
    }

    /** Returns the file of the given name in the table's log. */
    default MasterPath.LogFile logFile(String name) {
        return new MasterPath.LogFile(this, name);
    }

    /**
     * What the factory refined from files that landed: {@code master/se/sap_patients/ds01_diabetes/out/silver}.
     *
     * @param dataset the dataset
     * @param layer bronze or silver
     */
    record Refined(MasterDataset dataset, RefinedLayer layer) implements MasterTable {
        @Override
        public String path() {
            return "%s/out/%s".formatted(dataset.path(), layer);
        }

        @Override
        public MasterPath dataFile(LocalDate day, String name) {
            return new MasterPath.Out(dataset, layer, name);
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /**
     * What a project gives back: {@code master/…/ds01_diabetes/out/project001/out/silver/dev}, its data files by day.
     *
     * @param dataset the dataset it belongs to
     * @param project who gives it
     * @param layer bronze or silver
     * @param environment the environment
     */
    record GivenBack(MasterDataset dataset, ProjectId project, RefinedLayer layer, EnvironmentTier environment)
            implements MasterTable {
        @Override
        public String path() {
            return "%s/out/%s/out/%s/%s".formatted(dataset.path(), project, layer, environment);
        }

        @Override
        public MasterPath dataFile(LocalDate day, String name) {
            return new MasterPath.SharedBack(dataset, project, layer, environment, day, name);
        }

        @Override
        public String toString() {
            return path();
        }
    }
}
