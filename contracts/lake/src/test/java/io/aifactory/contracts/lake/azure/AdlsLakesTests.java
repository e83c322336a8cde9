package io.aifactory.contracts.lake.azure;

import static io.aifactory.contracts.lake.azure.DoubledLake.FILE;
import static io.aifactory.contracts.lake.azure.DoubledLake.FOLDER;
import static io.aifactory.contracts.lake.azure.DoubledLake.GROUPS;
import static io.aifactory.contracts.lake.azure.DoubledLake.content;
import static io.aifactory.contracts.lake.azure.DoubledLake.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeStorageContract;
import io.aifactory.contracts.lake.LakeVersionFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link AdlsLakes}. */
class AdlsLakesTests extends LakeStorageContract {

    private static final int BLOCK = 4 * 1024 * 1024;

    private final AdlsDouble azure = AdlsDouble.start();

    @AfterEach
    void stop() {
        azure.close();
    }

    @Override
    protected LakeStorage emptyLake() {
        return azure.lakes(GROUPS).of(EnvironmentTier.DEV);
    }

    @Test
    void keepsEachEnvironmentInAnAccountOfItsOwn() {
        var lakes = azure.lakes(GROUPS);

        lakes.of(EnvironmentTier.PROD).publish(new LakeVersionFile(), content("{}"));

        assertThat(lakes.of(EnvironmentTier.PROD).find(new LakeVersionFile())).isPresent();
        assertThat(lakes.of(EnvironmentTier.DEV).find(new LakeVersionFile())).isEmpty();
    }

    @Test
    void saysWhichEnvironmentHasNoAccount() {
        var lakes = new AdlsLakes(
                Map.of(EnvironmentTier.DEV, URI.create("https://lakedev.dfs.core.windows.net")),
                "lake3",
                Map::of,
                AdlsDouble.COPIES);

        assertThatThrownBy(() -> lakes.of(EnvironmentTier.PROD)).hasMessageContaining("set factory.lake.accounts.prod");
    }

    @Test
    void whatAKilledProcessCopiedIsRemovedADayLater(@TempDir Path folder) throws IOException {
        Path old = Files.writeString(folder.resolve("1.lake-copy"), "old");
        Path recent = Files.writeString(folder.resolve("2.lake-copy"), "in use");
        Path other = Files.writeString(folder.resolve("other.txt"), "not ours");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        var unused = new LocalCopies(folder, Traffic.usual(), Clock.systemUTC());

        assertThat(unused).isNotNull();
        assertThat(folder).isDirectoryNotContaining(old::equals);
        assertThat(List.of(recent, other)).allMatch(Files::exists);
    }

    @Test
    void largeFileTravelsInBlocksThereAndBack() throws IOException {
        byte[] bytes = new byte[5 * BLOCK];
        new Random(1).nextBytes(bytes);
        LakeStorage lake = lake(new Traffic(BLOCK, 4, 5_000, 4, Duration.ofMillis(5), Duration.ofSeconds(10)));

        lake.publish(FILE, LakeContent.of(bytes));

        assertThat(azure.seen()).filteredOn("PATCH append"::equals).hasSize(5);
        azure.seen().clear();
        try (var in = lake.open(FILE)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(azure.seen())
                .filteredOn(asked -> asked.startsWith("GET bytes="))
                .hasSize(5);
        azure.seen().clear();
        try (var copy = lake.localCopy(FILE)) {
            assertThat(copy.path()).hasBinaryContent(bytes);
        }
        assertThat(azure.seen())
                .filteredOn(asked -> asked.startsWith("GET bytes="))
                .hasSize(5);
    }

    @Test
    void emptyFileIsAFile() throws IOException {
        LakeStorage lake = emptyLake();

        lake.publish(FILE, content(""));

        assertThat(read(lake, FILE)).isEmpty();
        try (var copy = lake.localCopy(FILE)) {
            assertThat(copy.path()).isEmptyFile();
        }
    }

    @Test
    void localCopyIsGoneWhenItIsClosed() {
        LakeStorage lake = emptyLake();
        lake.publish(FILE, content("local"));

        var copy = lake.localCopy(FILE);
        copy.close();

        assertThat(Files.exists(copy.path())).isFalse();
    }

    @Test
    void listsPageByPage() {
        LakeStorage lake = lake(new Traffic(BLOCK, 4, 3, 4, Duration.ofMillis(5), Duration.ofSeconds(10)));
        for (int i = 0; i < 10; i++) {
            lake.publish(FOLDER.file("part-%d.csv".formatted(i)), content("x"));
        }
        azure.seen().clear();

        assertThat(lake.list(FOLDER)).hasSize(10);

        assertThat(azure.seen()).hasSize(4).containsOnly("GET filesystem");
    }

    @Test
    void readerOfAReplacedFileIsToldSo() throws IOException {
        LakeStorage lake = emptyLake();
        lake.publish(FILE, content("f".repeat(3_000_000)));

        try (var in = lake.open(FILE)) {
            lake.publish(FILE, content("n"));

            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage("'%s' in the lake of dev was replaced while it was read; read it anew", FILE.path());
        }
    }

    @Test
    void listsNothingOfItsOwnHousekeeping() {
        LakeStorage lake = emptyLake();
        lake.publish(FILE, content("x"));

        lake.setAccess(FOLDER, DoubledAccess.MEMBERS_READ);

        assertThat(lake.list(new LakeFolder.Root())).hasSize(1);
        assertThat(azure.tree(EnvironmentTier.DEV).in("")).containsKeys(".aside", ".access");
    }

    @Test
    void leavesNothingAsideOfWhatIsNotPublished() {
        LakeStorage lake = emptyLake();
        var published = lake.upload(content("published"));
        published.publish(FILE);
        var givenUp = lake.upload(content("given up"));

        published.close();
        givenUp.close();

        assertThat(azure.tree(EnvironmentTier.DEV).in(".aside")).isEmpty();
    }

    @Test
    void removesWhatKilledWritersLeftTwoDaysAgo() {
        var tree = azure.tree(EnvironmentTier.DEV);
        tree.put(".aside/old", false, Map.of(), DoubleTree.Condition.NONE);
        tree.put(".aside/young", false, Map.of(), DoubleTree.Condition.NONE);
        tree.get(".aside/old").modifiedAt = Instant.parse("2026-11-24T11:59:00Z");
        tree.get(".aside/young").modifiedAt = Instant.parse("2026-11-24T12:01:00Z");
        var clock = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

        azure.lakes(GROUPS, clock).of(EnvironmentTier.DEV).publish(FILE, content("x"));

        assertThat(tree.in(".aside")).containsOnlyKeys(".aside/young");
    }

    private LakeStorage lake(Traffic traffic) {
        return azure.lakes(GROUPS, Clock.systemUTC(), traffic).of(EnvironmentTier.DEV);
    }
}
