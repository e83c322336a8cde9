package io.aifactory.contracts.lake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.azure.AdlsLakes;
import io.aifactory.contracts.lake.folder.FolderLakes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link LakeSettings}, bound as services bind them. */
class LakeSettingsTests {

    @Test
    void lakesLieInAFolderIfNothingElseIsSaid() {
        assertThat(bound(Map.of("factory.lake.root", "lakes")).open()).isInstanceOf(FolderLakes.class);
    }

    @Test
    void lakesLieInTheAccountsThatAreNamed() {
        Lakes lakes = bound(Map.of(
                        "factory.lake.root", "lakes",
                        "factory.lake.accounts.dev", "https://lakedev.dfs.core.windows.net",
                        "factory.lake.accounts.test", "https://laketest.dfs.core.windows.net",
                        "factory.lake.accounts.prod", "https://lakeprod.dfs.core.windows.net"))
                .open();

        assertThat(lakes).isInstanceOf(AdlsLakes.class);
        assertThat(lakes.of(EnvironmentTier.DEV).environment()).isEqualTo(EnvironmentTier.DEV);
    }

    @Test
    void eachEnvironmentHasAnAccountOrNoneHas() {
        assertThatThrownBy(() -> bound(Map.of("factory.lake.accounts.dev", "https://lakedev.dfs.core.windows.net")))
                .rootCause()
                .hasMessage("factory.lake.accounts names accounts for [dev]; each of [dev, test, prod] needs one");
    }

    @Test
    void theRestHasDefaults() {
        LakeSettings settings = bound(Map.of("factory.lake.root", "lakes"));

        assertThat(settings).isEqualTo(new LakeSettings(Path.of("lakes"), Map.of(), "lake3", null, null));
    }

    @Test
    void somethingHasToBeSaid() {
        assertThatThrownBy(() -> bound(Map.of()))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("factory.lake.root or factory.lake.accounts");
    }

    private static LakeSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("factory.lake", LakeSettings.class);
    }
}
