package io.aifactory.contracts.lake.azure;

import static io.aifactory.contracts.lake.azure.DoubledLake.FILE;
import static io.aifactory.contracts.lake.azure.DoubledLake.GROUPS;
import static io.aifactory.contracts.lake.azure.DoubledLake.content;
import static io.aifactory.contracts.lake.azure.DoubledLake.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeAccessDenied;
import io.aifactory.contracts.lake.LakeFileExists;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.contracts.lake.azure.DoubleFault.Kind;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests for {@link AdlsLakes} while things go wrong. */
class AdlsFaultsTests {

    private static final String LONG = "0123456789".repeat(400_000);
    private static final Traffic IMPATIENT =
            new Traffic(1024 * 1024, 4, 5_000, 4, Duration.ofMillis(5), Duration.ofSeconds(1));

    private final AdlsDouble azure = AdlsDouble.start();
    private final LakeStorage lake = azure.lakes(GROUPS).of(EnvironmentTier.DEV);

    @AfterEach
    void stop() {
        azure.close();
    }

    @Test
    void sendsBlocksAgainThatWereCutOff() {
        azure.fail("PATCH append", Kind.CUT_REQUEST, 1);
        azure.fail("PATCH append", Kind.CUT_ANSWER, 1);
        azure.fail("PATCH append", Kind.BUSY, 1);

        lake.publish(FILE, content(LONG));

        assertThat(read(lake, FILE)).isEqualTo(LONG);
    }

    @Test
    void failedUploadLeavesTheFormerFileAndNothingElse() {
        lake.publish(FILE, content("former"));
        azure.fail("PATCH append", Kind.BUSY, Integer.MAX_VALUE);

        assertThatThrownBy(() -> lake.publish(FILE, content(LONG)))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("cannot publish '%s' in the lake of dev (503 ServerBusy)", FILE.path());

        assertThat(read(lake, FILE)).isEqualTo("former");
        assertThat(azure.tree(EnvironmentTier.DEV).in(".aside")).isEmpty();
    }

    @Test
    void uploadCutBeforeItsLastStepShowsNothing() {
        azure.fail("PUT rename", Kind.CUT_REQUEST, Integer.MAX_VALUE);

        assertThatThrownBy(() -> lake.publish(FILE, content("never"))).isInstanceOf(LakeUnavailable.class);

        assertThat(lake.list(new LakeFolder.Root())).isEmpty();
        assertThat(azure.tree(EnvironmentTier.DEV).in(".aside")).isEmpty();
    }

    @Test
    void fileIsPutThereEvenIfTheAnswerToItsLastStepIsLost() {
        azure.fail("PUT rename", Kind.CUT_ANSWER, 1);
        StoredFile created = lake.create(FILE, content("mine"));
        azure.fail("PUT rename", Kind.CUT_ANSWER, 1);
        StoredFile published = lake.publish(FILE, content("newer"));

        assertThat(created.bytes()).isEqualTo(4);
        assertThat(lake.find(FILE)).contains(published);
        assertThatThrownBy(() -> lake.create(FILE, content("late"))).isInstanceOf(LakeFileExists.class);
    }

    @Test
    void uploadThatCannotBeRemovedIsALeftover() {
        var upload = lake.upload(content("given up"));
        azure.fail("DELETE", Kind.DENIED, 1);

        upload.close();

        assertThat(azure.tree(EnvironmentTier.DEV).in(".aside")).hasSize(1);
    }

    @Test
    void readsOnWhereItWasCutOff() throws Exception {
        lake.publish(FILE, content(LONG));
        azure.fail("GET", Kind.CUT_BODY, 1);

        String streamed = read(lake, FILE);
        azure.fail("GET", Kind.CUT_BODY, 1);

        try (var copy = lake.localCopy(FILE)) {
            assertThat(copy.path()).hasContent(LONG);
        }
        assertThat(streamed).isEqualTo(LONG);
    }

    @Test
    void asksAgainWhenNoAnswerComes() {
        LakeStorage impatient =
                azure.lakes(GROUPS, Clock.systemUTC(), IMPATIENT).of(EnvironmentTier.DEV);
        impatient.publish(FILE, content("there"));
        azure.fail("HEAD", Kind.SILENCE, 1);

        assertThat(impatient.find(FILE)).isPresent();
    }

    @Test
    void givesUpAfterSoManyTries() {
        azure.fail("HEAD", Kind.BUSY, Integer.MAX_VALUE);

        assertThatThrownBy(() -> lake.find(FILE))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("cannot look at '%s' in the lake of dev (503 ServerBusy)", FILE.path());

        assertThat(azure.seen()).hasSize(4);
    }

    @Test
    void unreachableAccountIsAnUnavailableLake() {
        azure.close();

        assertThatThrownBy(() -> lake.find(FILE)).isInstanceOf(LakeUnavailable.class);
    }

    @Test
    void saysWhichRoleIsMissing() {
        azure.fail("PATCH setAccessControl", Kind.DENIED, 1);

        assertThatThrownBy(() -> lake.publish(FILE, content("x")))
                .isInstanceOf(LakeAccessDenied.class)
                .hasMessageContainingAll(
                        "403 AuthorizationPermissionMismatch",
                        "the role 'Storage Blob Data Owner' on http://127.0.0.1",
                        "/lakedev/lake3");
    }

    @Test
    void refusesASignatureOfAnotherKey() {
        LakeStorage stranger = azure.lakes("lake3", GROUPS, Clock.systemUTC(), IMPATIENT, new byte[] {1, 2, 3})
                .of(EnvironmentTier.DEV);

        assertThatThrownBy(() -> stranger.find(FILE))
                .isInstanceOf(LakeAccessDenied.class)
                .hasMessageContaining("403 AuthenticationFailed");
    }

    @Test
    void missingFileSystemIsNoMissingFile() {
        LakeStorage elsewhere = azure.lakes("nothere", GROUPS, Clock.systemUTC(), IMPATIENT, new byte[32])
                .of(EnvironmentTier.DEV);

        assertThatThrownBy(() -> elsewhere.find(FILE))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContainingAll("404 FilesystemNotFound", "there is no http://127.0.0.1", "/nothere");
    }
}
