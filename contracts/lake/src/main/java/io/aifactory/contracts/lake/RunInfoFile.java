package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/**
 * What the last run did, for the pipeline that runs next: {@code …/train/active/gold_trained_runinfo/last_train_run.csv}
 * and its kin.
 *
 * @param project the project
 * @param model the model
 * @param info which one
 */
public record RunInfoFile(ProjectId project, ModelName model, Info info) implements LakePath {

    /** The files there are. */
    public enum Info {
        /** The last training. */
        TRAINED("train/active/gold_trained_runinfo/last_train_run.csv"),
        /** The last scoring. */
        SCORED("inference/active/gold_scored_runinfo/last_gold_run.csv"),
        /** A copy of the last scoring, one folder higher. */
        SCORED_COPY("inference/active/last_gold_run.csv");

        private final String tail;

        Info(String tail) {
            this.tail = tail;
        }

        String tail() {
            return tail;
        }
    }

    @Override
    public String path() {
        return "projects/%s/%s/%s".formatted(project, model, info.tail);
    }
}
