package io.aifactory.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTests {

    @TempDir
    Path folder;

    @Test
    void foundsACoreTeamOthersCanJoin() {
        var directory = new Directory(new FactoryHome(folder, folder));

        directory.foundCoreTeam();
        directory.joinCoreTeam("carl@contoso.com");
        directory.foundCoreTeam();

        assertThat(directory.groupsOf(Directory.FIRST_CORE_PERSON)).containsExactly("coreteam");
        assertThat(directory.groupsOf("carl@contoso.com")).containsExactly("coreteam");
        assertThat(directory.groupsOf("eve@contoso.com")).isEmpty();
    }

    @Test
    void knowsTheGroupsProvisioningMade() throws IOException {
        var home = new FactoryHome(folder, folder);
        Files.createDirectories(home.groups());
        Files.writeString(
                home.groups().resolve("prj001_lead.json"),
                "{\"group\": \"prj001_lead\", \"members\": [\"anna@contoso.com\"]}");

        var groups = new Directory(home).groupsOf("anna@contoso.com");

        assertThat(groups).containsExactly("prj001_lead");
    }
}
