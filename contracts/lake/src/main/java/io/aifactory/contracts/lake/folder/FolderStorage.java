package io.aifactory.contracts.lake.folder;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.LakeUpload;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.lake.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One environment's lake in a folder. Files are written aside and then moved or linked into place, so they are whole. */
final class FolderStorage implements LakeStorage {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStorage.class);

    private final EnvironmentTier environment;
    private final Path lake;
    private final Aside aside;
    private final FolderAccess access;

    FolderStorage(EnvironmentTier environment, Path root, Clock clock) {
        Path home = root.resolve(environment.label());
        this.environment = environment;
        this.lake = home.resolve(FolderLakes.LAKE);
        this.aside = new Aside(home.resolve(".aside"), clock);
        this.access = new FolderAccess(home.resolve(".access"), aside);
    }

    @Override
    public EnvironmentTier environment() {
        return environment;
    }

    @Override
    public StoredFile publish(LakePath path, LakeContent content) {
        try {
            Path target = targetOf(path);
            return aside.write(content, written -> moveInto(target, written, path));
        } catch (IOException e) {
            throw failed("publish", path, e);
        }
    }

    @Override
    public LakeUpload upload(LakeContent content) {
        try {
            return new FolderUpload(aside.write(content));
        } catch (IOException e) {
            throw new LakeUnavailable("cannot upload to the lake of %s".formatted(environment), e);
        }
    }

    @Override
    public StoredFile create(LakePath path, LakeContent content) {
        try {
            Path target = targetOf(path);
            return aside.write(content, written -> linkInto(target, written, path));
        } catch (FileAlreadyExistsException e) {
            throw new LakeFileExists(environment, path);
        } catch (IOException e) {
            throw failed("create", path, e);
        }
    }

    @Override
    public InputStream open(LakePath path) {
        try {
            return Files.newInputStream(existing(path));
        } catch (NoSuchFileException e) {
            throw new LakeFileNotFound(environment, path);
        } catch (IOException e) {
            throw failed("open", path, e);
        }
    }

    @Override
    public Optional<StoredFile> find(LakePath path) {
        Path file = locate(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(describe(file, path.path())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("look at", path, e);
        }
    }

    @Override
    public List<StoredFile> list(LakePath folder) {
        Path start = locate(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try {
            return FilesBelow.of(start).stream()
                    .flatMap(this::describeIfThere)
                    .sorted(Comparator.comparing(StoredFile::path))
                    .toList();
        } catch (IOException e) {
            throw failed("list", folder, e);
        }
    }

    @Override
    public boolean delete(LakePath path) {
        Path file = locate(path);
        try {
            if (!Files.isRegularFile(file)) {
                return false;
            }
            access.forget(path.path());
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("delete", path, e);
        }
    }

    @Override
    public void createFolder(LakePath folder) {
        try {
            Files.createDirectories(locate(folder));
        } catch (IOException e) {
            throw failed("create the folder", folder, e);
        }
    }

    @Override
    public LocalCopy localCopy(LakePath path) {
        return new FileInPlace(existing(path));
    }

    @Override
    public AccessList access(LakePath path) {
        try {
            AccessList held = access.get(path.path());
            return Files.isRegularFile(locate(path)) ? held.withoutDefaults() : held;
        } catch (IOException e) {
            throw failed("read the access list of", path, e);
        }
    }

    @Override
    public void setAccess(LakePath path, AccessList entries) {
        if (!path.path().isEmpty() && !Files.exists(locate(path))) {
            throw new LakeFileNotFound(environment, path);
        }
        try {
            access.set(path.path(), entries);
        } catch (IOException e) {
            throw failed("write the access list of", path, e);
        }
    }

    private StoredFile moveInto(Path target, Path written, LakePath path) throws IOException {
        StoredFile stored = describe(written, path.path());
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return stored;
    }

    private StoredFile linkInto(Path target, Path written, LakePath path) throws IOException {
        StoredFile stored = describe(written, path.path());
        Files.createLink(target, written);
        return stored;
    }

    private Path targetOf(LakePath path) throws IOException {
        Path target = locate(path);
        Files.createDirectories(target.getParent());
        return target;
    }

    private Path existing(LakePath path) {
        Path file = locate(path);
        if (!Files.isRegularFile(file)) {
            throw new LakeFileNotFound(environment, path);
        }
        return file;
    }

    private Path locate(LakePath path) {
        return lake.resolve(path.path());
    }

    private Stream<StoredFile> describeIfThere(Path file) {
        try {
            return Stream.of(describe(file, lake.relativize(file).toString()));
        } catch (NoSuchFileException e) {
            return Stream.empty(); // removed while we listed
        } catch (IOException e) {
            throw new LakeUnavailable("cannot look at '%s'".formatted(file), e);
        }
    }

    private static StoredFile describe(Path file, String path) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new StoredFile(
                path,
                attributes.size(),
                Etags.of(attributes),
                attributes.lastModifiedTime().toInstant());
    }

    private LakeUnavailable failed(String verb, LakePath path, IOException cause) {
        return new LakeUnavailable("cannot %s '%s' in the lake of %s".formatted(verb, path.path(), environment), cause);
    }

    private final class FolderUpload implements LakeUpload {

        private final Path written;

        FolderUpload(Path written) {
            this.written = written;
        }

        @Override
        public StoredFile publish(LakePath path) {
            try {
                return moveInto(targetOf(path), written, path);
            } catch (IOException e) {
                throw failed("publish", path, e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(written);
            } catch (IOException e) {
                LOG.warn("'{}' stays there, and nobody needs it any more", written, e);
            }
        }
    }

    private record FileInPlace(Path path) implements LocalCopy {
        @Override
        public void close() {
            // the file itself was lent, so there is nothing to free
        }
    }
}
