package io.aifactory.contracts.lake.azure;

import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeDirectoryClient;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakePathClient;
import com.azure.storage.file.datalake.models.AccessControlChangeResult;
import com.azure.storage.file.datalake.models.ListPathsOptions;
import com.azure.storage.file.datalake.models.PathItem;
import com.azure.storage.file.datalake.options.PathSetAccessControlRecursiveOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and sets access control lists. The service copies a folder's default entries to what is made in it, once; what lies
 * there already, and what is moved there, is given them here.
 */
final class AdlsAccess {

    private static final Set<String> NOT_OF_THE_LAKE = Set.of(Aside.FOLDER, OwnLists.FOLDER);

    private final DataLakeFileSystemClient lake;
    private final OwnLists own;

    AdlsAccess(DataLakeFileSystemClient lake) {
        this.lake = lake;
        this.own = new OwnLists(lake);
    }

    /** Returns what holds for a file or folder; if there is none, what would hold. */
    PosixAcl get(String path) {
        Optional<PosixAcl> found = find(path);
        return found.isPresent() || path.isEmpty()
                ? found.orElseThrow(() -> new IllegalStateException("a file system has a root"))
                : get(parentOf(path)).inherited();
    }

    /** Gives a file or folder its own list, and what inherits from it its share. */
    void set(String path, PosixAcl said) throws IOException {
        boolean isFolder = isFolder(path);
        PosixAcl wanted = isFolder ? said : said.forFile();
        PosixAcl now = get(path);
        OwnLists.State state = own.of(path);
        if (state == OwnLists.State.FINISHED && now.permitsTheSameAs(wanted)) {
            return;
        }
        String begun = own.begin(path);
        give(lake.getDirectoryClient(path), wanted);
        if (isFolder && (now.hasDefaults() || wanted.hasDefaults() || state == OwnLists.State.UNFINISHED)) {
            handDown(path, wanted);
        }
        own.finish(path, begun);
    }

    /** Forgets that a file was given a list of its own. */
    void forget(String file) {
        own.forget(file);
    }

    /**
     * Gives what is to be moved the list that the file it replaces was given, or what it would inherit there: what that file
     * had inherited may be out of date. Makes the folder.
     */
    Given prepare(DataLakeFileClient written, String target) {
        Optional<PosixAcl> former = find(target).filter(found -> own.of(target) != OwnLists.State.NONE);
        PosixAcl given = former.orElseGet(() -> inFolder(parentOf(target)));
        give(written, given);
        return new Given(given, former.isEmpty());
    }

    /** What a file was given before it was moved, and whether it is what it inherits. */
    record Given(PosixAcl acl, boolean inherited) {}

    /** Gives a file what it inherits, if that has changed while it was moved: who handed it down did not see the file. */
    void settle(String target, Given given) {
        if (given.inherited()) {
            PosixAcl now = inFolder(parentOf(target));
            if (!now.permitsTheSameAs(given.acl())) {
                give(lake.getFileClient(target), now);
            }
        }
    }

    private PosixAcl inFolder(String folder) {
        PosixAcl above = find(folder).orElseGet(() -> {
            lake.getDirectoryClient(folder).createIfNotExists();
            return get(folder);
        });
        return above.inherited().forFile();
    }

    private boolean isFolder(String path) {
        return path.isEmpty() || lake.getDirectoryClient(path).getProperties().isDirectory();
    }

    /** Returns whether it is no file or folder that the adapter keeps for itself. */
    static boolean isOfTheLake(String path) {
        return NOT_OF_THE_LAKE.stream().noneMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private Optional<PosixAcl> find(String path) {
        try {
            return Optional.of(new PosixAcl(
                    lake.getDirectoryClient(path).getAccessControl().getAccessControlList()));
        } catch (RuntimeException e) {
            if (Calls.isNotFound(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void handDown(String folder, PosixAcl acl) throws IOException {
        Set<String> owners = own.below(folder);
        if (owners.isEmpty() && !folder.isEmpty() && acl.permitsTheSameAs(acl.inherited())) {
            giveAll(lake.getDirectoryClient(folder), acl);
        } else {
            handDown(folder, acl.inherited(), owners);
        }
    }

    private void handDown(String folder, PosixAcl share, Set<String> owners) throws IOException {
        for (PathItem child : childrenOf(folder)) {
            String name = child.getName();
            if (!owners.contains(name) && isOfTheLake(name)) {
                handTo(child, share, owners);
            }
        }
    }

    private void handTo(PathItem child, PosixAcl share, Set<String> owners) throws IOException {
        String name = child.getName();
        try {
            if (!child.isDirectory()) {
                give(lake.getFileClient(name), share.forFile());
            } else if (owners.stream().anyMatch(owner -> owner.startsWith(name + "/"))) {
                give(lake.getDirectoryClient(name), share);
                handDown(name, share, owners);
            } else {
                giveAll(lake.getDirectoryClient(name), share);
            }
        } catch (RuntimeException e) {
            if (!Calls.isNotFound(e)) { // what was removed meanwhile needs no list
                throw e;
            }
        }
    }

    private List<PathItem> childrenOf(String folder) {
        var options = new ListPathsOptions().setPath(folder.isEmpty() ? null : folder);
        return lake.listPaths(options, null).stream().toList();
    }

    private static void give(DataLakePathClient path, PosixAcl acl) {
        path.setAccessControlList(acl.entries(), null, null);
    }

    private static void giveAll(DataLakeDirectoryClient folder, PosixAcl acl) throws IOException {
        AccessControlChangeResult result = folder.setAccessControlRecursiveWithResponse(
                        new PathSetAccessControlRecursiveOptions(acl.entries()), null, Context.NONE)
                .getValue();
        if (result.getCounters().getFailedChangesCount() > 0) {
            throw new IOException("%d of the files and folders in '%s' refused their access list"
                    .formatted(result.getCounters().getFailedChangesCount(), folder.getDirectoryPath()));
        }
    }
}
