package io.aifactory.lake.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InvalidLakePath;
import io.aifactory.contracts.lake.MasterDataset;

/** A dataset whose silver can be shared. */
sealed interface SharedSource {

    /** Returns the source as events, tables and people name it. */
    @JsonValue
    String text();

    /** Returns what a copy of it is called, before its version. */
    String name();

    /**
     * Returns the source of the given text.
     *
     * @throws InvalidSource if it is none
     */
    static SharedSource parse(String text) {
        try {
            String[] parts = text.split("/", -1);
            if (text.startsWith("master/")) {
                return new OfMaster(MasterDataset.parse(text.substring("master/".length())));
            }
            if (parts.length == 4 && parts[0].equals("projects")) {
                return new OfProject(new ProjectId(parts[1]), new ModelName(parts[2]), new DatasetName(parts[3]));
            }
        } catch (InvalidName | InvalidLakePath e) {
            throw new InvalidSource(text, String.valueOf(e.getMessage()));
        }
        throw new InvalidSource(text, "it begins with neither master/ nor projects/, or has not the parts it should");
    }

    /**
     * A dataset of master.
     *
     * @param dataset the dataset
     */
    record OfMaster(MasterDataset dataset) implements SharedSource {
        @Override
        public String text() {
            return "master/" + dataset;
        }

        @Override
        public String name() {
            return dataset.name();
        }
    }

    /**
     * A source dataset of a project.
     *
     * @param project the project
     * @param model the model
     * @param dataset the dataset
     */
    record OfProject(ProjectId project, ModelName model, DatasetName dataset) implements SharedSource {
        public OfProject {
            if (dataset.equals(DatasetName.GOLD)) {
                throw new InvalidSource("projects/%s/%s/%s".formatted(project, model, dataset), "gold is not shared");
            }
        }

        @Override
        public String text() {
            return "projects/%s/%s/%s".formatted(project, model, dataset);
        }

        @Override
        public String name() {
            return project + "_" + dataset;
        }
    }
}
