package io.aifactory.lake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests for {@link RetentionPolicy}. */
class RetentionPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void removesWhatIsOldAndOvertakenByEnoughNewerVersions() {
        var versions = List.of(version("t", 1, 50), version("t", 2, 40), version("t", 3, 35), version("t", 4, 1));

        assertThat(removed(2, MONTH, versions)).containsExactly("t1", "t2");
    }

    @Test
    void keepsWhatExceedsOnlyOneLimit() {
        assertThat(removed(1, MONTH, List.of(version("t", 1, 29), version("t", 2, 28))))
                .isEmpty();
        assertThat(removed(2, MONTH, List.of(version("t", 1, 500), version("t", 2, 400))))
                .isEmpty();
    }

    @Test
    void countsTheVersionsOfEachTableForItself() {
        assertThat(removed(1, MONTH, List.of(version("a", 1, 50), version("b", 2, 50), version("b", 3, 40))))
                .containsExactly("b2");
    }

    @Test
    void keepsAllForGoodUnlessToldOtherwise() {
        assertThat(removed(1, null, List.of(version("t", 1, 5000), version("t", 2, 4000))))
                .isEmpty();
    }

    @Test
    void keepsWhatIsNeededAndWhatThatWasMadeFromHoweverOldItIs() {
        var versions = List.of(
                version("bronze", 1, 90),
                version("silver", 1, 90, "bronze1"),
                version("gold", 1, 90, "silver1", "test1", "train1"),
                version("train", 1, 90, "gold1"),
                version("test", 1, 90, "gold1"),
                version("bronze", 2, 80),
                version("silver", 2, 80, "bronze2"),
                version("gold", 2, 80, "silver2", "test2", "train2"),
                version("train", 2, 80, "gold2"),
                version("test", 2, 80, "gold2"),
                version("bronze", 3, 1),
                version("silver", 3, 1),
                version("gold", 3, 1),
                version("train", 3, 1),
                version("test", 3, 1));

        assertThat(removed(1, MONTH, versions, "test1"))
                .containsExactlyInAnyOrder("bronze2", "silver2", "gold2", "train2", "test2");
    }

    @Test
    void whateverStaysKeepsItsParents() {
        var versions = List.of(version("silver", 1, 90), version("silver", 2, 80), version("gold", 1, 70, "silver1"));

        assertThat(removed(1, MONTH, versions)).isEmpty();
    }

    @Test
    void keepsOneVersionOfWhatPeopleTryThingsOutWithHoweverYoungAndNeededTheOthersAre() {
        assertThat(removed(10, null, List.of(research(1), research(2), research(3)), "research1"))
                .containsExactly("research1", "research2");
    }

    @Test
    void neverRemovesWhatIsKeptForGood() {
        var old = new StoredVersion(1, "t", 1, file("t1"), NOW.minus(Duration.ofDays(900)), false, true, List.of());

        assertThat(removed(1, MONTH, List.of(old, version("t", 2, 800)))).isEmpty();
    }

    private static List<String> removed(
            int keepVersions, @Nullable Duration keepFor, List<StoredVersion> versions, String... needed) {
        return new RetentionPolicy(keepVersions, keepFor)
                .removable(versions, Set.copyOf(files(needed)), NOW).stream()
                        .map(version -> version.file().path())
                        .toList();
    }

    private static StoredVersion version(String table, int version, int days, String... needs) {
        return new StoredVersion(
                version,
                table,
                version,
                file(table + version),
                NOW.minus(Duration.ofDays(days)),
                false,
                false,
                files(needs));
    }

    private static StoredVersion research(int version) {
        return new StoredVersion(version, "r", version, file("research" + version), NOW, true, false, List.of());
    }

    private static List<LakeFile> files(String... paths) {
        return Arrays.stream(paths).map(RetentionPolicyTests::file).toList();
    }

    private static LakeFile file(String path) {
        return new LakeFile(EnvironmentTier.DEV, path);
    }
}
