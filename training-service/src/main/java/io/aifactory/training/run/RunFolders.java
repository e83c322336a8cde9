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

    Path of(RunId run) {
        return folder.resolve(run.value());
    }

    /** Removes a run's files; one that can't be removed is no reason to fail. */
    void remove(RunId run) {
        try {
            FileSystemUtils.deleteRecursively(of(run));
        } catch (IOException e) {
            LOG.warn("Files of run {} stay in {}: {}", run, folder, e.getMessage());
        }
    }
}
