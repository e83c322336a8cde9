package io.aifactory.contracts.lake.azure;

import com.azure.core.http.HttpClient;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * Lakes in Azure Data Lake Storage Gen2: one storage account with hierarchical namespace per environment. The process
 * signs in with the identity that {@code DefaultAzureCredential} finds, in Azure a managed identity; there are no keys.
 */
public final class AdlsLakes implements Lakes {

    private final Map<EnvironmentTier, LakeStorage> storages = new EnumMap<>(EnvironmentTier.class);

    /**
     * Opens the lakes.
     *
     * @param accounts each environment's endpoint, such as {@code https://lakedev.dfs.core.windows.net}
     * @param fileSystem the name of the file system in each of them; it has to be there
     * @param groups the object ids of the groups that are given rights
     * @param copies a folder on this machine for copies of files that local programs read
     */
    public AdlsLakes(Map<EnvironmentTier, URI> accounts, String fileSystem, GroupIds groups, Path copies) {
        this(
                accounts,
                fileSystem,
                groups,
                copies,
                Traffic.usual(),
                Clock.systemUTC(),
                (client, http) -> client.credential(
                        new DefaultAzureCredentialBuilder().httpClient(http).build()));
    }

    AdlsLakes(
            Map<EnvironmentTier, URI> accounts,
            String fileSystem,
            GroupIds groups,
            Path copies,
            Traffic traffic,
            Clock clock,
            BiConsumer<DataLakeServiceClientBuilder, HttpClient> signingIn) {
        HttpClient http = traffic.httpClient();
        var localCopies = new LocalCopies(copies, traffic, clock);
        Executor senders = Executors.newCachedThreadPool(AdlsLakes::sender);
        accounts.forEach((environment, account) -> {
            var client = new DataLakeServiceClientBuilder()
                    .endpoint(account.toString())
                    .httpClient(http)
                    .retryOptions(traffic.retries());
            signingIn.accept(client, http);
            DataLakeFileSystemClient lake = client.buildClient().getFileSystemClient(fileSystem);
            var aside = new Aside(lake, traffic, senders, new Leftovers(lake, clock));
            storages.put(
                    environment,
                    new AdlsStorage(environment, lake, traffic, aside, localCopies, new Principals(groups)));
        });
    }

    @Override
    public LakeStorage of(EnvironmentTier environment) {
        LakeStorage storage = storages.get(environment);
        if (storage == null) {
            throw new IllegalArgumentException(
                    "the lake of %1$s is in no account; set factory.lake.accounts.%1$s".formatted(environment));
        }
        return storage;
    }

    private static Thread sender(Runnable work) {
        var thread = new Thread(work, "lake-sender");
        thread.setDaemon(true);
        return thread;
    }
}
