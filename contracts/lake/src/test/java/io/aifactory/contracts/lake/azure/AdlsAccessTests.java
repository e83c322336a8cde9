package io.aifactory.contracts.lake.azure;

import static io.aifactory.contracts.lake.AccessEntry.group;
import static io.aifactory.contracts.lake.AccessEntry.other;
import static io.aifactory.contracts.lake.AccessEntry.user;
import static io.aifactory.contracts.lake.azure.DoubledAccess.LEADS;
import static io.aifactory.contracts.lake.azure.DoubledAccess.MEMBERS;
import static io.aifactory.contracts.lake.azure.DoubledAccess.MEMBERS_READ;
import static io.aifactory.contracts.lake.azure.DoubledLake.FILE;
import static io.aifactory.contracts.lake.azure.DoubledLake.FOLDER;
import static io.aifactory.contracts.lake.azure.DoubledLake.GROUPS;
import static io.aifactory.contracts.lake.azure.DoubledLake.LEAD;
import static io.aifactory.contracts.lake.azure.DoubledLake.MEMBER;
import static io.aifactory.contracts.lake.azure.DoubledLake.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.AccessList;
import io.aifactory.contracts.lake.LakeAccessDenied;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeFolder.Top;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.azure.DoubleFault.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for the access control lists that {@link AdlsLakes} sets. */
class AdlsAccessTests {

    private static final LakeFolder.OfProject PROJECT = new LakeFolder.OfProject(ProjectId.of(1));

    private final AdlsDouble azure = AdlsDouble.start();
    private final LakeStorage lake = azure.lakes(GROUPS).of(EnvironmentTier.DEV);

    @AfterEach
    void stop() {
        azure.close();
    }

    @Test
    void saysListsAsTheServiceDoes() {
        lake.createFolder(PROJECT);

        lake.setAccess(PROJECT, AccessList.of(MEMBERS, LEADS.asDefault(), other("--x")));

        assertThat(aclOf(PROJECT.path()))
                .containsExactlyInAnyOrder(
                        "user::rwx",
                        "group::---",
                        "group:%s:r-x".formatted(MEMBER),
                        "mask::r-x",
                        "other::--x",
                        "default:user::rwx",
                        "default:group::---",
                        "default:group:%s:rwx".formatted(LEAD),
                        "default:mask::rwx",
                        "default:other::---");
    }

    @Test
    void publishedFileHasWhatItsFolderHandsDown() {
        lake.createFolder(PROJECT);
        lake.setAccess(PROJECT, MEMBERS_READ);

        lake.publish(FILE, content("x"));

        assertThat(aclOf(FILE.path()))
                .containsExactlyInAnyOrder(
                        "user::rwx", "group::---", "group:%s:r-x".formatted(MEMBER), "mask::r-x", "other::---");
    }

    @Test
    void fileThatReplacesAnotherHasWhatItsFolderHandsDownWhateverTheOtherHad() {
        lake.publish(FILE, content("x"));
        lake.setAccess(PROJECT, MEMBERS_READ);
        azure.tree(EnvironmentTier.DEV)
                .setAcl(
                        FILE.path(),
                        DoubleAcl.parse("user::rwx,group::---,group:%s:rwx,mask::rwx,other::---".formatted(LEAD)));

        lake.publish(FILE, content("y"));

        assertThat(lake.access(FILE).entries()).containsExactly(MEMBERS);
    }

    @Test
    void givesAllBelowItsShareInFewRequests() {
        for (int i = 0; i < 20; i++) {
            lake.publish(FOLDER.file("part-%d.csv".formatted(i)), content("x"));
        }
        azure.seen().clear();

        lake.setAccess(PROJECT, MEMBERS_READ);

        assertThat(azure.seen()).hasSizeLessThan(10).contains("PATCH setAccessControlRecursive");
        assertThat(aclOf(FOLDER.file("part-19.csv").path())).contains("group:%s:r-x".formatted(MEMBER));
        assertThat(aclOf(FOLDER.path())).contains("default:group:%s:r-x".formatted(MEMBER));
    }

    @Test
    void listsOfTheRootLeaveTheHousekeepingAlone() {
        lake.publish(FILE, content("x"));
        lake.publish(new LakeVersionFile(), content("{}"));
        lake.setAccess(Top.PROJECTS, AccessList.of(LEADS));

        lake.setAccess(new LakeFolder.Root(), MEMBERS_READ);

        assertThat(aclOf(Top.ACTIVE.path())).contains("group:%s:r-x".formatted(MEMBER));
        assertThat(aclOf(Top.PROJECTS.path())).doesNotContain("group:%s:r-x".formatted(MEMBER));
        assertThat(aclOf(".aside")).doesNotContain("group:%s:r-x".formatted(MEMBER));
    }

    @Test
    void sayingAgainWhatHoldsChangesNothing() {
        lake.publish(FILE, content("x"));
        var list = AccessList.of(
                MEMBERS, MEMBERS.asDefault(), other("---"), other("---").asDefault());
        lake.setAccess(PROJECT, list);
        azure.seen().clear();

        lake.setAccess(PROJECT, list);

        assertThat(azure.seen()).isNotEmpty().allMatch(asked -> asked.startsWith("HEAD"));
    }

    @Test
    void handingDownThatFailedIsFinishedWhenItIsSaidAgain() {
        lake.publish(FILE, content("x"));
        azure.fail("PATCH setAccessControlRecursive", Kind.DENIED, 1);
        assertThatThrownBy(() -> lake.setAccess(PROJECT, MEMBERS_READ)).isInstanceOf(LakeAccessDenied.class);
        AccessList halfway = lake.access(FILE);

        lake.setAccess(PROJECT, MEMBERS_READ);

        assertThat(halfway).isEqualTo(AccessList.empty());
        assertThat(lake.access(FILE).entries()).containsExactly(MEMBERS);
    }

    @Test
    void restoresWhatSomebodyElseChanged() {
        lake.createFolder(PROJECT);
        lake.setAccess(PROJECT, MEMBERS_READ);
        azure.tree(EnvironmentTier.DEV).setAcl(PROJECT.path(), DoubleAcl.parse("user::rwx,group::---,other::---"));

        lake.setAccess(PROJECT, MEMBERS_READ);

        assertThat(lake.access(PROJECT)).isEqualTo(MEMBERS_READ);
    }

    @Test
    void showsWhatAMaskLeaves() {
        lake.createFolder(PROJECT);
        azure.tree(EnvironmentTier.DEV)
                .setAcl(
                        PROJECT.path(),
                        DoubleAcl.parse("user::rwx,group::---,group:%s:rwx,mask::r-x,other::---".formatted(LEAD)));

        assertThat(lake.access(PROJECT).entries()).containsExactly(group("prj001_lead", "r-x"));
    }

    @Test
    void namesUsersAndUnknownGroupsByTheirObjectIds() {
        var stranger = group("22222222-0000-4000-8000-000000000001", "r--");
        var robot = user("22222222-0000-4000-8000-000000000002", "rw-");
        lake.createFolder(PROJECT);

        lake.setAccess(PROJECT, AccessList.of(stranger, robot));

        assertThat(lake.access(PROJECT).entries()).containsExactlyInAnyOrder(stranger, robot);
    }

    @Test
    void saysWhichGroupHasNoObjectId() {
        lake.createFolder(PROJECT);

        assertThatThrownBy(() -> lake.setAccess(PROJECT, AccessList.of(group("prj777_lead", "r-x"))))
                .isInstanceOf(UnknownGroup.class)
                .hasMessageContaining("'prj777_lead'");
    }

    @Test
    void learnsOfNewGroupsWhileItRuns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("groups.properties"), "prj001_lead=%s%n".formatted(LEAD));
        GroupIds groups = GroupIds.in(file);

        Files.writeString(file, "prj001_lead=%s%nprj001_member=%s %n".formatted(LEAD, MEMBER));

        assertThat(groups.byName()).containsOnly(Map.entry("prj001_lead", LEAD), Map.entry("prj001_member", MEMBER));
        assertThatThrownBy(() -> GroupIds.in(folder.resolve("none")).byName())
                .isInstanceOf(UnknownGroup.class)
                .hasMessageContaining("none");
    }

    @Test
    void refusesWhatIsNoObjectId() {
        var principals = new Principals(() -> Map.of("coreteam", "coreteam@contoso.com"));

        assertThatThrownBy(() -> principals.idOf("coreteam"))
                .hasMessage("'coreteam@contoso.com' is no object id for the group 'coreteam'");
    }

    private List<String> aclOf(String path) {
        return azure.tree(EnvironmentTier.DEV).get(path).acl.entries();
    }
}
