package io.aifactory.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTests {

    private static final ProjectId PROJECT = ProjectId.of(1);
    private static final ProjectId OTHER = ProjectId.of(2);

    @Test
    void readsRolesFromGroupsAndIgnoresOthers() {
        Caller caller =
                callerIn("prj001_member", "prj001_approver", "prj002_lead", "everyone", "prj1_lead", "xprj003_lead");

        assertThat(caller.roles())
                .isEqualTo(Map.of(
                        PROJECT, Set.of(ProjectRole.MEMBER, ProjectRole.APPROVER), OTHER, Set.of(ProjectRole.LEAD)));
        assertThat(caller.coreTeam()).isFalse();
    }

    @Test
    void hidesProjectsFromPeopleWithoutAGroupOfIt() {
        Caller caller = callerIn("prj002_lead");

        assertThatThrownBy(() -> caller.requireMember(PROJECT)).isInstanceOf(ProjectNotFound.class);
        assertThatThrownBy(() -> caller.requireRole(PROJECT, ProjectRole.APPROVER))
                .isInstanceOf(ProjectNotFound.class);
    }

    @Test
    void refusesMembersWithoutTheRole() {
        Caller caller = callerIn("prj001_member");

        assertThatThrownBy(() -> caller.requireRole(PROJECT, ProjectRole.APPROVER))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("bo@contoso.com is no approver of project001");
        assertThatThrownBy(caller::requireCoreTeam).isInstanceOf(NotAllowed.class);
    }

    @Test
    void takesALeadForAMemberButNotForAnApprover() {
        Caller caller = callerIn("prj001_lead");

        assertThatCode(() -> caller.requireRole(PROJECT, ProjectRole.MEMBER)).doesNotThrowAnyException();
        assertThat(caller.has(PROJECT, ProjectRole.APPROVER)).isFalse();
    }

    @Test
    void showsTheCoreTeamEverythingButLetsItDecideNothing() {
        Caller caller = callerIn(Caller.CORE_TEAM);

        assertThatCode(() -> caller.requireMember(PROJECT)).doesNotThrowAnyException();
        assertThatCode(caller::requireCoreTeam).doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.requireRole(PROJECT, ProjectRole.APPROVER))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void namesTheGroupThatItReads() {
        String group = Caller.groupOf(PROJECT, ProjectRole.APPROVER);

        assertThat(group).isEqualTo("prj001_approver");
        assertThat(callerIn(group).has(PROJECT, ProjectRole.APPROVER)).isTrue();
    }

    private static Caller callerIn(String... groups) {
        return Caller.of("bo@contoso.com", List.of(groups));
    }
}
