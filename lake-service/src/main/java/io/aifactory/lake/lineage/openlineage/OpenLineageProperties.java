package io.aifactory.lake.lineage.openlineage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of runs, as OpenLineage events.
 *
 * @param transport How: none, file or http.
 * @param url Where events are posted to, with the path, such as http://marquez:5000/api/v1/lineage; for http.
 * @param apiKey The key that is sent along as a bearer token; for http, where it is wanted.
 * @param file The file events are appended to, one a line; for file.
 * @param namespace The namespace of datasets: file, or where a lake lies with {environment} in it, such as abfss://lake3@contoso{environment}.dfs.core.windows.net.
 * @param every How often it is looked for runs to tell of.
 */
@ConfigurationProperties("factory.openlineage")
record OpenLineageProperties(
        @DefaultValue("none") Way transport,
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable Path file,
        @DefaultValue(OpenLineageProperties.FILE) String namespace,
        @DefaultValue("5s") Duration every) {

    static final String FILE = "file";

    /** How events leave. */
    enum Way {
        /** Not at all: runs wait until somebody wants to know. */
        NONE,
        /** Into a file. */
        FILE,
        /** To a server. */
        HTTP
    }

    OpenLineageProperties {
        if (transport == Way.HTTP
                && (url == null || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "factory.openlineage.transport is http, so factory.openlineage.url has to be an http or https address");
        }
        if (transport == Way.FILE && file == null) {
            throw new IllegalArgumentException(
                    "factory.openlineage.transport is file, so factory.openlineage.file has to say which");
        }
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "OpenLineageProperties[transport=%s, url=%s, file=%s, namespace=%s, every=%s]"
                .formatted(transport, url, file, namespace, every);
    }
}
