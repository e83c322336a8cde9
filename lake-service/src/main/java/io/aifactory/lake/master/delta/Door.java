package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.function.Supplier;

/** Goes through the lake's door, and says in the words of {@code java.io} what it answers in its own. */
final class Door {

    private Door() {}

    static <T> T through(Supplier<T> step) throws IOException {
        try {
            return step.get();
        } catch (LakeFileNotFound e) {
            throw named(new FileNotFoundException(e.getMessage()), e);
        } catch (LakeFileExists e) {
            throw named(new FileAlreadyExistsException(e.getMessage()), e);
        } catch (LakeUnavailable e) {
            throw new IOException(e);
        }
    }

    /** Puts a file there, whole; of several who do so without overwriting, one succeeds. */
    static void put(LakeStorage storage, String name, boolean overwrite, LakeContent content) throws IOException {
        LakePath path = LakeFileIo.pathOf(name);
        through(() -> overwrite ? storage.publish(path, content) : storage.create(path, content));
    }

    private static IOException named(IOException problem, RuntimeException cause) {
        problem.initCause(cause);
        return problem;
    }
}
