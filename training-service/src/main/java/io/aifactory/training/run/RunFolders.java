package io.aifactory.training.run;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The folders in which searches keep their files; that of a failed run stays for whoever asks why. */
@Component
class RunFolders {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolders.class);

    private final Path folder;

    RunFolders(TrainingProperties properties) {
        this.folder = properties.folder();
    }

    /** An attempt's own folder, into which no earlier one still writes. */
    Path of(Attempt attempt) {
        return of(attempt.run().id()).resolve("attempt-" + attempt.number());
    }

    /** Removes the files of all attempts of a run; one that can't be removed is no reason to fail. */
    void remove(RunId run) {
        try {
            FileSystemUtils.deleteRecursively(of(run));
        } catch (IOException e) {
            LOG.warn("Files of run {} stay in {}: {}", run, folder, e.getMessage());
        }
    }

    private Path of(RunId run) {
        return folder.resolve(run.value());
    }
}
