package io.aifactory.contracts.lake;

/** Which one of several files of the same name and place: told apart by the folder it lies in. */
public sealed interface Edition permits Edition.Latest, Edition.PipelineLatest, Edition.Version, Edition.Run {

    /** Returns the folder with a slash before it, or nothing. */
    String folder();

    /** Returns the edition that notebooks overwrite, which lies in no folder of its own. */
    static Edition latest() {
        return new Latest();
    }

    /** Returns the edition that pipelines overwrite. */
    static Edition pipelineLatest() {
        return new PipelineLatest();
    }

    /** Returns the immutable edition of the given version, counted from 1. */
    static Edition version(int number) {
        return new Version(number);
    }

    /** Returns the edition a run saved under its own id: a GUID of 32 hex digits or any other run id. */
    static Edition run(String id) {
        return new Run(id);
    }

    /** Overwritten by notebooks. */
    record Latest() implements Edition {
        @Override
        public String folder() {
            return "";
        }
    }

    /** Overwritten by pipelines: {@code 1_latest}. */
    record PipelineLatest() implements Edition {
        @Override
        public String folder() {
            return "/1_latest";
        }
    }

    /**
     * Saved once, never changed: {@code v7}.
     *
     * @param number counted from 1
     */
    record Version(int number) implements Edition {
        public Version {
            Names.requireNumber("version", number, 1);
        }

        @Override
        public String folder() {
            return "/v" + number;
        }
    }

    /**
     * Saved by a run under its id.
     *
     * @param id the run's id
     */
    record Run(String id) implements Edition {
        public Run {
            Names.require("the run id", id, Names.RUN, Names.EXPECTED_RUN);
        }

        @Override
        public String folder() {
            return "/" + id;
        }
    }
}
