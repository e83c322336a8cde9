package io.aifactory.contracts.lake.azure;

import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import io.aifactory.contracts.lake.LakeContent;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are written before they are put in place: in the same file system, so that putting them there is one step. */
final class Aside {

    /** No folder of the grammar: nothing in it is ever listed or read. */
    static final String FOLDER = ".aside";

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private final DataLakeFileSystemClient lake;
    private final Traffic traffic;
    private final Executor senders;
    private final Leftovers leftovers;

    Aside(DataLakeFileSystemClient lake, Traffic traffic, Executor senders, Leftovers leftovers) {
        this.lake = lake;
        this.traffic = traffic;
        this.senders = senders;
        this.leftovers = leftovers;
    }

    interface Placing<T> {
        T place(DataLakeFileClient written);
    }

    <T> T write(LakeContent content, Placing<T> placing) throws IOException {
        DataLakeFileClient file = write(content);
        try {
            return placing.place(file);
        } catch (RuntimeException e) {
            discard(file, e);
            throw e;
        }
    }

    DataLakeFileClient write(LakeContent content) throws IOException {
        leftovers.removeIfDue();
        DataLakeFileClient file = lake.getFileClient(FOLDER + "/" + UUID.randomUUID());
        try {
            upload(file, content);
            return file;
        } catch (IOException | RuntimeException e) {
            discard(file, e);
            throw e;
        }
    }

    private void upload(DataLakeFileClient file, LakeContent content) throws IOException {
        file.create(true);
        var upload = new BlockUpload(file, traffic, senders);
        try {
            content.writeTo(upload);
            upload.commit();
        } finally {
            upload.waitUntilAllArrived(); // so that nothing is sent for a file given up
        }
    }

    void discard(DataLakeFileClient file) {
        try {
            file.deleteIfExists();
        } catch (RuntimeException e) {
            LOG.warn("'{}' stays there for {}: nobody needs it any more", file.getFilePath(), Leftovers.OLD, e);
        }
    }

    private static void discard(DataLakeFileClient file, Exception reason) {
        try {
            file.deleteIfExists();
        } catch (RuntimeException e) {
            reason.addSuppressed(e); // it is a leftover now
        }
    }
}
