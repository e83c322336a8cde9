package io.aifactory.lake.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.folder.FolderLakes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LakeVersions}. */
class LakeVersionsTests {

    @TempDir
    Path root;

    private FolderLakes lakes;
    private LakeVersions versions;

    @BeforeEach
    void open() {
        lakes = new FolderLakes(root);
        versions = new LakeVersions(lakes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lake_design_version\": \"3\", \"lake_name\": \"lake3\"}",
                "{\"lake_design_version\": 3}",
                "{\"lake_name\": \"lake3\"}\n{\"lake_design_version\": 3}\n"
            })
    void olderLakeIsWorkedWithOnlyOnceItIsMoved(String content) {
        say(content);

        assertThatNoException().isThrownBy(versions::afterSingletonsInstantiated);
        assertThatThrownBy(() -> versions.requireCurrent(EnvironmentTier.DEV))
                .isInstanceOf(LakeVersionUnsupported.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("./factory lake-migrate --env dev --plan");

        versions.markCurrent(EnvironmentTier.DEV);
        assertThatNoException().isThrownBy(() -> versions.requireCurrent(EnvironmentTier.DEV));
    }

    @Test
    void serviceDoesNotStartOnALakeOfANewerVersion() {
        say("{\"lake_design_version\": \"5\"}");

        assertThatThrownBy(versions::afterSingletonsInstantiated)
                .isInstanceOf(LakeVersionUnsupported.class)
                .hasMessageContaining("newer than version 4")
                .hasMessageContaining("run a newer edition of the service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"lake_design_version\": \"four\"}", "{\"lake_design_version\": -4}"})
    void versionThatCanNotBeReadIsRefused(String content) {
        say(content);

        assertThatThrownBy(versions::afterSingletonsInstantiated)
                .isInstanceOf(LakeVersionUnsupported.class)
                .hasMessageContaining("put lake_design_version into it");
    }

    @Test
    void lakeWithoutAVersionIsToBeLaidOut() {
        assertThat(versions.of(EnvironmentTier.DEV).isCurrent()).isTrue();
    }

    private void say(String content) {
        lakes.of(EnvironmentTier.DEV).publish(new LakeVersionFile(), LakeContent.of(content.getBytes(UTF_8)));
    }
}
