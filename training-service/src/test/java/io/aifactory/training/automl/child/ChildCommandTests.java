package io.aifactory.training.automl.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChildCommandTests {

    private static final Path JOB = Path.of("/runs/1/job.json");

    @Test
    void startsMainClassDirectlyFromClassPath() throws Exception {
        var command = ChildCommand.of(JOB, 512, true, url("file:/x/SearchJob.class"));

        assertThat(command)
                .contains("-Xmx512m")
                .endsWith("io.aifactory.training.automl.child.SearchJob", "/runs/1/job.json");
    }

    @Test
    void startsLauncherFromWholeSpringBootJar() throws Exception {
        var inside = url("jar:file:/x/app.jar!/BOOT-INF/classes/io/aifactory/SearchJob.class");

        var command = ChildCommand.of(JOB, 512, true, inside);

        assertThat(command)
                .contains("-Dloader.main=io.aifactory.training.automl.child.SearchJob")
                .endsWith("org.springframework.boot.loader.launch.PropertiesLauncher", "/runs/1/job.json");
    }

    @Test
    void commandLineStaysShortHoweverLongTheClassPath() {
        int length = String.join(" ", ChildCommand.of(JOB, 512, true)).length();

        assertThat(length).isLessThan(1_000);
        assertThat(ChildCommand.classPath()).hasSizeGreaterThan(4_000);
    }

    private static URL url(String text) throws MalformedURLException {
        return URI.create(text).toURL();
    }
}
