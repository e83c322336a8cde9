package io.aifactory.contracts.lake.azure;

import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import com.azure.storage.file.datalake.models.PathProperties;
import io.aifactory.contracts.lake.StoredFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what the service knows of files. */
final class AdlsFiles {

    private final DataLakeFileSystemClient lake;
    private final Traffic traffic;

    AdlsFiles(DataLakeFileSystemClient lake, Traffic traffic) {
        this.lake = lake;
        this.traffic = traffic;
    }

    /** Returns the file that was just put there. */
    StoredFile get(String path) {
        return describe(path, lake.getFileClient(path).getProperties());
    }

    Optional<StoredFile> find(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(lake.getFileClient(path).getProperties())
                    .filter(found -> !found.isDirectory())
                    .map(found -> describe(path, found));
        } catch (RuntimeException e) {
            if (Calls.isNotFound(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns all files below, page by page. */
    List<StoredFile> in(String folder) {
        var options = new ListPathsOptions()
                .setPath(folder.isEmpty() ? null : folder)
                .setRecursive(true)
                .setMaxResults(traffic.pageEntries());
        try {
            return lake.listPaths(options, null).stream()
                    .filter(item -> !item.isDirectory() && AdlsAccess.isOfTheLake(item.getName()))
                    .map(AdlsFiles::describe)
                    .sorted(Comparator.comparing(StoredFile::path))
                    .toList();
        } catch (RuntimeException e) {
            if (Calls.isNotFound(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static StoredFile describe(String path, PathProperties found) {
        return new StoredFile(
                path,
                found.getFileSize(),
                unquoted(found.getETag()),
                found.getLastModified().toInstant());
    }

    private static StoredFile describe(PathItem item) {
        return new StoredFile(
                item.getName(),
                item.getContentLength(),
                unquoted(item.getETag()),
                item.getLastModified().toInstant());
    }

    /** Headers have ETags in quotes, listings do not. */
    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
