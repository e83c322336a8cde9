package io.aifactory.contracts.lake.azure;

import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.DataLakeFileOpenInputStreamResult;
import com.azure.storage.file.datalake.models.DataLakeRequestConditions;
import com.azure.storage.file.datalake.options.DataLakeFileInputStreamOptions;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUpload;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.StoredFile;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * One environment's lake in a file system of ADLS Gen2. Files are uploaded aside and then renamed into place, which the
 * service does in one step: over the former file, or only where none is.
 */
final class AdlsStorage implements LakeStorage {

    private static final DataLakeRequestConditions ALWAYS = new DataLakeRequestConditions();
    private static final DataLakeRequestConditions WHERE_NONE_IS = new DataLakeRequestConditions().setIfNoneMatch("*");

    private final EnvironmentTier environment;
    private final DataLakeFileSystemClient lake;
    private final Traffic traffic;
    private final AdlsFiles files;
    private final Aside aside;
    private final AdlsAccess access;
    private final PosixAcls acls;
    private final Calls calls;
    private final LocalCopies copies;

    AdlsStorage(
            EnvironmentTier environment,
            DataLakeFileSystemClient lake,
            Traffic traffic,
            Aside aside,
            LocalCopies copies,
            Principals principals) {
        this.environment = environment;
        this.lake = lake;
        this.traffic = traffic;
        this.files = new AdlsFiles(lake, traffic);
        this.aside = aside;
        this.copies = copies;
        this.access = new AdlsAccess(lake);
        this.acls = new PosixAcls(principals);
        this.calls = new Calls(environment, lake.getFileSystemUrl());
    }

    @Override
    public EnvironmentTier environment() {
        return environment;
    }

    @Override
    public StoredFile publish(LakePath path, LakeContent content) {
        return calls.make("publish", path, () -> aside.write(content, written -> moveInto(path, written, ALWAYS)));
    }

    @Override
    public LakeUpload upload(LakeContent content) {
        return new AdlsUpload(calls.make("upload to", new LakeFolder.Root(), () -> aside.write(content)));
    }

    @Override
    public StoredFile create(LakePath path, LakeContent content) {
        return calls.make("create", path, () -> {
            if (files.find(path.path()).isPresent()) {
                throw new LakeFileExists(environment, path);
            }
            return aside.write(content, written -> moveIntoFreePlace(path, written));
        });
    }

    @Override
    public InputStream open(LakePath path) {
        return calls.make("open", path, () -> {
            DataLakeFileOpenInputStreamResult opened = file(requireFile(path))
                    .openInputStream(new DataLakeFileInputStreamOptions().setBlockSize(traffic.blockBytes()));
            return new PinnedStream(
                    opened.getInputStream(), "'%s' in the lake of %s".formatted(path.path(), environment));
        });
    }

    @Override
    public Optional<StoredFile> find(LakePath path) {
        return calls.make("look at", path, () -> files.find(path.path()));
    }

    @Override
    public List<StoredFile> list(LakePath folder) {
        return calls.make("list", folder, () -> files.in(folder.path()));
    }

    @Override
    public boolean delete(LakePath path) {
        return calls.make("delete", path, () -> {
            boolean isThere = files.find(path.path()).isPresent();
            if (isThere) {
                access.forget(path.path());
                file(path).deleteIfExists();
            }
            return isThere;
        });
    }

    @Override
    public void createFolder(LakePath folder) {
        calls.make("create the folder", folder, () -> {
            if (!folder.path().isEmpty()) {
                lake.getDirectoryClient(folder.path()).createIfNotExists();
            }
            return true;
        });
    }

    @Override
    public LocalCopy localCopy(LakePath path) {
        return calls.make("copy", path, () -> copies.of(file(requireFile(path))));
    }

    @Override
    public AccessList access(LakePath path) {
        return calls.make("read the access list of", path, () -> acls.read(access.get(path.path())));
    }

    @Override
    public void setAccess(LakePath path, AccessList entries) {
        PosixAcl wanted = acls.of(entries);
        calls.make("write the access list of", path, () -> {
            access.set(path.path(), wanted);
            return true;
        });
    }

    private StoredFile moveIntoFreePlace(LakePath path, DataLakeFileClient written) {
        try {
            return moveInto(path, written, WHERE_NONE_IS);
        } catch (RuntimeException e) {
            if (Calls.isConflict(e) && files.find(path.path()).isPresent()) {
                throw new LakeFileExists(environment, path);
            }
            throw e;
        }
    }

    private StoredFile moveInto(LakePath path, DataLakeFileClient written, DataLakeRequestConditions condition) {
        AdlsAccess.Given given = access.prepare(written, path.path());
        rename(written, path, condition);
        access.settle(path.path(), given);
        return files.get(path.path());
    }

    /** Renames it. What was written is gone from where it was only if it was renamed, even if the answer was lost. */
    private static void rename(DataLakeFileClient written, LakePath path, DataLakeRequestConditions condition) {
        try {
            written.renameWithResponse(null, path.path(), null, condition, null, Context.NONE);
        } catch (RuntimeException e) {
            if (isThere(written, e)) {
                throw e;
            }
        }
    }

    private static boolean isThere(DataLakeFileClient written, RuntimeException reason) {
        try {
            return written.exists();
        } catch (RuntimeException e) {
            e.addSuppressed(reason);
            throw e; // nobody knows whether it was renamed
        }
    }

    private LakePath requireFile(LakePath path) {
        if (files.find(path.path()).isEmpty()) {
            throw new LakeFileNotFound(environment, path);
        }
        return path;
    }

    private DataLakeFileClient file(LakePath path) {
        return lake.getFileClient(path.path());
    }

    private final class AdlsUpload implements LakeUpload {

        private final DataLakeFileClient written;
        private boolean isInPlace;

        AdlsUpload(DataLakeFileClient written) {
            this.written = written;
        }

        @Override
        public StoredFile publish(LakePath path) {
            StoredFile stored = calls.make("publish", path, () -> moveInto(path, written, ALWAYS));
            isInPlace = true;
            return stored;
        }

        @Override
        public void close() {
            if (!isInPlace) {
                aside.discard(written);
            }
        }
    }
}
