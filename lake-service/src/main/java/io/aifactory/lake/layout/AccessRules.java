package io.aifactory.lake.layout;

import static io.aifactory.contracts.lake.AccessEntry.group;
import static io.aifactory.contracts.lake.AccessEntry.other;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.AccessEntry;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;

/**
 * Who may do what in the lake. Rights go to groups, one per project and role, because a list holds no more than 28 entries;
 * the folders all projects share are opened to everybody just so far that they can be passed through. Teams put files
 * into {@code in} and read everything of theirs; what was refined is written by the factory alone, so that versions stay
 * what they are. Each right is given twice: for the folder itself, and for all that is made in it later. Groups of other
 * projects pass through a project's folders to the files that are shared with them, and read nothing else.
 */
final class AccessRules {

    private static final String ALL = "rwx";
    private static final String READ = "r-x";
    private static final String PASS = "--x";
    private static final String NONE = "---";

    private AccessRules() {}

    static AccessList root() {
        return AccessList.of(group(Caller.CORE_TEAM, ALL), other(PASS));
    }

    static AccessList shared(LakeFolder.Top folder) {
        return switch (folder) {
            case ACTIVE ->
                AccessList.of(
                        group(Caller.CORE_TEAM, ALL),
                        group(Caller.CORE_TEAM, ALL).asDefault(),
                        other(READ),
                        other(READ).asDefault());
            case LOGGING ->
                AccessList.of(
                        group(Caller.CORE_TEAM, ALL),
                        group(Caller.CORE_TEAM, ALL).asDefault(),
                        other(NONE),
                        other(NONE).asDefault());
            case MASTER ->
                AccessList.of(
                        group(Caller.CORE_TEAM, ALL),
                        group(Caller.CORE_TEAM, ALL).asDefault(),
                        other(PASS),
                        other(PASS).asDefault());
            case PROJECTS -> AccessList.of(group(Caller.CORE_TEAM, READ), other(PASS));
        };
    }

    static AccessList project(ProjectId project, Set<ProjectRole> held, Collection<String> guests) {
        return access(project, held, READ, guests, PASS);
    }

    static AccessList dataset(ProjectId project, Set<ProjectRole> held, boolean incoming, Collection<String> guests) {
        return access(project, held, incoming ? ALL : READ, guests, PASS);
    }

    /** A file that others may read too. */
    static AccessList shared(ProjectId project, Set<ProjectRole> held, Collection<String> guests) {
        return access(project, held, READ, guests, READ).withoutDefaults();
    }

    /** A table of master that others may read too. */
    static AccessList masterTable(Collection<String> guests) {
        var entries = new ArrayList<AccessEntry>();
        add(entries, group(Caller.CORE_TEAM, ALL));
        guests.forEach(guest -> add(entries, group(guest, READ)));
        add(entries, other(NONE));
        return new AccessList(entries);
    }

    private static AccessList access(
            ProjectId project,
            Set<ProjectRole> held,
            String workers,
            Collection<String> guests,
            String guestPermissions) {
        var entries = new ArrayList<AccessEntry>();
        add(entries, group(Caller.CORE_TEAM, READ));
        for (ProjectRole role : held) {
            String permissions = role == ProjectRole.APPROVER ? READ : workers;
            add(entries, group(Caller.groupOf(project, role), permissions));
        }
        guests.forEach(guest -> add(entries, group(guest, guestPermissions)));
        add(entries, other(NONE));
        return new AccessList(entries);
    }

    private static void add(ArrayList<AccessEntry> entries, AccessEntry entry) {
        entries.add(entry);
        entries.add(entry.asDefault());
    }
}
