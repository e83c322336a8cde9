package io.aifactory.lake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.AccessEntry;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeFolder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people can really do, by the rules POSIX access lists are read by. */
class AccessRulesTests {

    private static final ProjectId PROJECT = ProjectId.of(1);
    private static final Set<ProjectRole> ALL_ROLES = Set.of(ProjectRole.values());
    private static final AccessList PROJECT_FOLDER = AccessRules.project(PROJECT, ALL_ROLES, List.of());
    private static final AccessList IN = AccessRules.dataset(PROJECT, ALL_ROLES, true, List.of());
    private static final AccessList OUT = AccessRules.dataset(PROJECT, ALL_ROLES, false, List.of());

    @ParameterizedTest
    @EnumSource(ProjectRole.class)
    void everyRolePassesAllFoldersOnTheWayToItsDataAndReadsIt(ProjectRole role) {
        String group = "prj001_" + role.label();

        assertThat(Stream.of(
                        AccessRules.root(),
                        AccessRules.shared(LakeFolder.Top.PROJECTS),
                        PROJECT_FOLDER,
                        PROJECT_FOLDER.inherited(),
                        IN,
                        OUT))
                .allMatch(list -> can(list, group).endsWith("x"));
        assertThat(Stream.of(PROJECT_FOLDER.inherited(), IN, OUT))
                .allMatch(list -> can(list, group).startsWith("r"));
    }

    @Test
    void leadsAndMembersWriteWhatComesInAndNobodyButTheFactoryWhatGoesOut() {
        assertThat(can(IN, "prj001_member")).isEqualTo("rwx");
        assertThat(can(IN, "prj001_lead")).isEqualTo("rwx");
        assertThat(can(IN, "prj001_approver")).isEqualTo("r-x");
        assertThat(Stream.of("prj001_member", "prj001_lead", "prj001_approver", "coreteam"))
                .allMatch(group -> can(OUT, group).equals("r-x"));
    }

    @Test
    void whatIsMadeLaterHasTheRightsOfItsFolder() {
        assertThat(List.of(PROJECT_FOLDER, IN, OUT)).allSatisfy(list -> assertThat(
                        Stream.of("prj001_member", "prj001_lead", "prj001_approver", "coreteam", "prj002_lead"))
                .allMatch(group -> can(list.inherited(), group).equals(can(list, group))));
        assertThat(Stream.of(LakeFolder.Top.ACTIVE, LakeFolder.Top.LOGGING, LakeFolder.Top.MASTER)
                        .map(AccessRules::shared))
                .allSatisfy(list -> assertThat(Stream.of("coreteam", "prj001_member"))
                        .allMatch(group -> can(list.inherited(), group).equals(can(list, group))));
    }

    @Test
    void strangersPassWhatProjectsShareAndSeeNothingOfAProject() {
        String stranger = "prj002_lead";

        assertThat(can(AccessRules.root(), stranger)).isEqualTo("--x");
        assertThat(can(AccessRules.shared(LakeFolder.Top.MASTER), stranger)).isEqualTo("--x");
        assertThat(can(AccessRules.shared(LakeFolder.Top.LOGGING), stranger)).isEqualTo("---");
        assertThat(Stream.of(PROJECT_FOLDER, IN, OUT))
                .allMatch(list -> can(list, stranger).equals("---"));
    }

    @Test
    void coreTeamOwnsTheMasterZone() {
        assertThat(can(AccessRules.shared(LakeFolder.Top.MASTER), "coreteam")).isEqualTo("rwx");
    }

    @Test
    void rolesNobodyHoldsAreNotNamed() {
        AccessList list = AccessRules.dataset(PROJECT, Set.of(ProjectRole.LEAD), true, List.of());

        assertThat(list.toString()).contains("prj001_lead").doesNotContain("member", "approver");
        assertThat(AccessRules.dataset(PROJECT, Set.of(), true, List.of()).toString())
                .doesNotContain("prj001");
    }

    /** A group's own entry counts; only who is named nowhere is one of the others. */
    private static String can(AccessList list, String group) {
        return entries(list)
                .filter(entry -> entry.kind() == AccessEntry.Kind.GROUP
                        && entry.principal().equals(group))
                .findFirst()
                .or(() -> entries(list)
                        .filter(entry -> entry.kind() == AccessEntry.Kind.OTHER)
                        .findFirst())
                .map(AccessEntry::permissions)
                .orElse("---");
    }

    private static Stream<AccessEntry> entries(AccessList list) {
        return list.entries().stream().filter(entry -> !entry.isDefault());
    }
}
