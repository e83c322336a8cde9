package io.aifactory.lake.active;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;

/** A choice of data that can't be made. */
final class ActiveProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ActiveProblem(Kind kind, String name, String detail) {
        super(kind, name, detail);
    }

    static ActiveProblem modelNotFound(ProjectId project, ModelName model) {
        return new ActiveProblem(
                Kind.NOT_FOUND, "model-not-found", "%s has no model %s that is configured".formatted(project, model));
    }

    static ActiveProblem unknownUse(String use) {
        return new ActiveProblem(
                Kind.INVALID, "unknown-use", "use is 'training' or 'scoring', and not '%s'".formatted(use));
    }

    static ActiveProblem versionForTraining() {
        return new ActiveProblem(
                Kind.INVALID, "no-version-in-training", "a model version is chosen for scoring, not for training");
    }

    static ActiveProblem dateTooEarly() {
        return new ActiveProblem(
                Kind.INVALID,
                "no-such-day",
                "a day lies in the years 1001 to 9999; leave the date out if the files of all days are to count");
    }

    static ActiveProblem etagMissing() {
        return new ActiveProblem(
                Kind.INVALID,
                "etag-missing",
                "the header If-Match has to say the ETag of the file that is to be replaced; GET tells it");
    }

    static ActiveProblem notLaidOut(ActivePlace place) {
        return new ActiveProblem(
                Kind.CONFLICT,
                "not-laid-out",
                "the lake of %s has no %s yet"
                        .formatted(place.environment(), place.file().path()));
    }

    static ActiveProblem changedMeanwhile(ActivePlace place) {
        return new ActiveProblem(
                Kind.CONFLICT,
                "active-file-changed",
                "%s in the lake of %s was changed since it was read; read it again"
                        .formatted(place.file().path(), place.environment()));
    }
}
