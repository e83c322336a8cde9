package io.aifactory.contracts.lake.azure;

import static com.azure.storage.file.datalake.models.AccessControlType.MASK;

import com.azure.storage.file.datalake.models.AccessControlType;
import com.azure.storage.file.datalake.models.PathAccessControlEntry;
import com.azure.storage.file.datalake.models.RolePermissions;
import io.aifactory.contracts.lake.AccessEntry;
import io.aifactory.contracts.lake.AccessEntry.Kind;
import io.aifactory.contracts.lake.AccessList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Says access lists as the service does. What a list leaves unsaid is closed: nothing for the owning group, nothing for
 * others; the owner, who is the factory, may do all. The mask lets through all that is named, so that none of it is cut.
 */
final class PosixAcls {

    private static final AccessEntry OWNER = AccessEntry.user("", "rwx");
    private static final AccessEntry OWNING_GROUP = AccessEntry.group("", "---");
    private static final AccessEntry OTHERS = AccessEntry.other("---");

    private final Principals principals;

    PosixAcls(Principals principals) {
        this.principals = principals;
    }

    PosixAcl of(AccessList access) {
        var entries = new ArrayList<PathAccessControlEntry>();
        addScope(
                entries,
                access.entries().stream()
                        .filter(Predicate.not(AccessEntry::isDefault))
                        .toList());
        List<AccessEntry> defaults =
                access.entries().stream().filter(AccessEntry::isDefault).toList();
        if (!defaults.isEmpty()) {
            addScope(entries, defaults);
        }
        return new PosixAcl(entries);
    }

    /** Returns whom a list names, and others if they may do anything. */
    AccessList read(PosixAcl acl) {
        Map<String, String> names = principals.names();
        return new AccessList(acl.effective()
                .filter(PosixAcls::isWorthSaying)
                .map(entry -> read(entry, names))
                .toList());
    }

    private void addScope(List<PathAccessControlEntry> entries, List<AccessEntry> said) {
        boolean isDefault = said.stream().anyMatch(AccessEntry::isDefault);
        var all = new ArrayList<>(said);
        for (AccessEntry base : List.of(OWNER, OWNING_GROUP, OTHERS)) {
            if (said.stream().noneMatch(entry -> isAboutTheSame(entry, base))) {
                all.add(isDefault ? base.asDefault() : base);
            }
        }
        all.forEach(entry -> entries.add(write(entry)));
        if (said.stream().anyMatch(entry -> !entry.principal().isEmpty())) {
            entries.add(entry(isDefault, MASK, "", union(all)));
        }
    }

    private static boolean isAboutTheSame(AccessEntry one, AccessEntry other) {
        return one.kind() == other.kind() && one.principal().equals(other.principal());
    }

    private static RolePermissions union(List<AccessEntry> entries) {
        var union = new RolePermissions();
        entries.stream().filter(PosixAcls::isMaskable).forEach(entry -> {
            union.setReadPermission(
                    union.hasReadPermission() || entry.permissions().contains("r"));
            union.setWritePermission(
                    union.hasWritePermission() || entry.permissions().contains("w"));
            union.setExecutePermission(
                    union.hasExecutePermission() || entry.permissions().contains("x"));
        });
        return union;
    }

    private static boolean isMaskable(AccessEntry entry) {
        return entry.kind() == Kind.GROUP
                || (entry.kind() == Kind.USER && !entry.principal().isEmpty());
    }

    private PathAccessControlEntry write(AccessEntry entry) {
        boolean isNamedGroup = entry.kind() == Kind.GROUP && !entry.principal().isEmpty();
        return entry(
                entry.isDefault(),
                AccessControlType.fromString(entry.kind().name().toLowerCase(Locale.ROOT)),
                isNamedGroup ? principals.idOf(entry.principal()) : entry.principal(),
                RolePermissions.parseSymbolic(entry.permissions(), false));
    }

    private static PathAccessControlEntry entry(
            boolean isDefault, AccessControlType type, String principal, RolePermissions permissions) {
        return new PathAccessControlEntry()
                .setDefaultScope(isDefault)
                .setAccessControlType(type)
                .setEntityId(principal)
                .setPermissions(permissions);
    }

    private static boolean isWorthSaying(PathAccessControlEntry entry) {
        return entry.getAccessControlType() == AccessControlType.OTHER
                ? !entry.getPermissions().toSymbolic().equals("---")
                : PosixAcl.isNamed(entry);
    }

    private static AccessEntry read(PathAccessControlEntry entry, Map<String, String> names) {
        Kind kind = Kind.valueOf(entry.getAccessControlType().toString().toUpperCase(Locale.ROOT));
        String principal = PosixAcl.isNamed(entry) ? Principals.nameOf(entry.getEntityId(), names) : "";
        return new AccessEntry(
                entry.isInDefaultScope(),
                kind,
                principal,
                entry.getPermissions().toSymbolic());
    }
}
