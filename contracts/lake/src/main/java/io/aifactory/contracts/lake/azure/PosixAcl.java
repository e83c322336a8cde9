package io.aifactory.contracts.lake.azure;

import com.azure.storage.file.datalake.models.AccessControlType;
import com.azure.storage.file.datalake.models.PathAccessControlEntry;
import com.azure.storage.file.datalake.models.RolePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An access control list as the service has it, with its entries for owner, owning group, others and mask.
 *
 * @param entries access entries, and for a folder default entries
 */
record PosixAcl(List<PathAccessControlEntry> entries) {

    /** What a file or folder is given by the service that inherits nothing: all for the owner, nothing for strangers. */
    private static final PosixAcl UNTOUCHED =
            new PosixAcl(PathAccessControlEntry.parseList("user::rwx,group::r-x,other::---"));

    PosixAcl {
        entries = List.copyOf(entries);
    }

    boolean hasDefaults() {
        return entries.stream().anyMatch(PathAccessControlEntry::isInDefaultScope);
    }

    /** Returns what a folder made below takes over: the default entries as access and as default. */
    PosixAcl inherited() {
        if (!hasDefaults()) {
            return UNTOUCHED;
        }
        return new PosixAcl(Stream.concat(defaults().map(entry -> copy(entry).setDefaultScope(false)), defaults())
                .toList());
    }

    /** Returns the same for a file, which hands nothing down. */
    PosixAcl forFile() {
        return new PosixAcl(entries.stream()
                .filter(Predicate.not(PathAccessControlEntry::isInDefaultScope))
                .toList());
    }

    /** Returns whether it lets everybody do the same as the other; what a mask takes away is not let. */
    boolean permitsTheSameAs(PosixAcl other) {
        return effective()
                .map(PathAccessControlEntry::toString)
                .collect(Collectors.toSet())
                .equals(other.effective().map(PathAccessControlEntry::toString).collect(Collectors.toSet()));
    }

    /** Returns the entries without masks, each cut to what its mask leaves of it. */
    Stream<PathAccessControlEntry> effective() {
        return entries.stream()
                .filter(entry -> entry.getAccessControlType() != AccessControlType.MASK)
                .map(this::masked);
    }

    private PathAccessControlEntry masked(PathAccessControlEntry entry) {
        return entries.stream()
                .filter(mask -> mask.getAccessControlType() == AccessControlType.MASK
                        && mask.isInDefaultScope() == entry.isInDefaultScope()
                        && isMaskable(entry))
                .findFirst()
                .map(mask -> copy(entry).setPermissions(both(entry.getPermissions(), mask.getPermissions())))
                .orElse(entry);
    }

    private static boolean isMaskable(PathAccessControlEntry entry) {
        return entry.getAccessControlType() == AccessControlType.GROUP
                || (entry.getAccessControlType() == AccessControlType.USER && isNamed(entry));
    }

    static boolean isNamed(PathAccessControlEntry entry) {
        return entry.getEntityId() != null && !entry.getEntityId().isEmpty();
    }

    private Stream<PathAccessControlEntry> defaults() {
        return entries.stream().filter(PathAccessControlEntry::isInDefaultScope);
    }

    private static RolePermissions both(RolePermissions one, RolePermissions other) {
        return new RolePermissions()
                .setReadPermission(one.hasReadPermission() && other.hasReadPermission())
                .setWritePermission(one.hasWritePermission() && other.hasWritePermission())
                .setExecutePermission(one.hasExecutePermission() && other.hasExecutePermission());
    }

    private static PathAccessControlEntry copy(PathAccessControlEntry entry) {
        return new PathAccessControlEntry()
                .setDefaultScope(entry.isInDefaultScope())
                .setAccessControlType(entry.getAccessControlType())
                .setEntityId(entry.getEntityId())
                .setPermissions(entry.getPermissions());
    }
}
