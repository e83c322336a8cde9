package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * Says which day's data, and which model version, counts now: {@code …/train/active/active_in_folder.json} and
 * {@code …/inference/active/active_scoring_in_folder.json}.
 *
 * @param project the project
 * @param model the model
 * @param use for training or for scoring
 */
public record ActiveFile(ProjectId project, ModelName model, Use use) implements LakePath {

    /** What the file steers. */
    public enum Use {
        /** Which data is learned from. */
        TRAINING("train/active/active_in_folder.json"),
        /** Which data is scored, and by which model version. */
        SCORING("inference/active/active_scoring_in_folder.json");

        private final String tail;

        Use(String tail) {
            this.tail = tail;
        }

        String tail() {
            return tail;
        }
    }

    @Override
    public String path() {
        return "projects/%s/%s/%s".formatted(project, model, use.tail);
    }
}
