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
        var command = ChildCommand.of(JOB, 512, true, url("file:/x/SearchJob.class"), "/x/a.jar:/x/b.jar");

        assertThat(command)
                .contains("-Xmx512m", "/x/a.jar:/x/b.jar")
                .endsWith("io.aifactory.training.automl.child.SearchJob", "/runs/1/job.json");
    }

    @Test
    void startsLauncherFromWholeSpringBootJar() throws Exception {
        var inside = url("jar:file:/x/app.jar!/BOOT-INF/classes/io/aifactory/SearchJob.class");

        var command = ChildCommand.of(JOB, 512, true, inside, "/x/app.jar");

        assertThat(command)
                .contains("-Dloader.main=io.aifactory.training.automl.child.SearchJob")
                .endsWith("org.springframework.boot.loader.launch.PropertiesLauncher", "/runs/1/job.json");
    }

    private static URL url(String text) throws MalformedURLException {
        return URI.create(text).toURL();
    }
}
