package io.aifactory.contracts.lake.azure;

import com.azure.core.http.HttpClient;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClientBuilder;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeStorageContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Tests for {@link AdlsLakes} in Azure, in a file system of its own per test. {@code AIFACTORY_ADLS_ACCOUNT_KEY} signs in;
 * without it {@code DefaultAzureCredential} does.
 */
@EnabledIfEnvironmentVariable(
        named = RealAccountTests.URL,
        matches = "https://.+",
        disabledReason =
                "there is no account to test with: AIFACTORY_ADLS_ACCOUNT_URL names none with hierarchical namespace")
class RealAccountTests extends LakeStorageContract {

    static final String URL = "AIFACTORY_ADLS_ACCOUNT_URL";

    private final String fileSystem = "aifactory-" + UUID.randomUUID();
    private final Traffic traffic = Traffic.usual();

    @Override
    protected LakeStorage emptyLake() {
        fileSystem().create();
        return new AdlsLakes(
                        Map.of(EnvironmentTier.DEV, account()),
                        fileSystem,
                        () -> DoubledLake.GROUPS,
                        AdlsDouble.COPIES,
                        traffic,
                        Clock.systemUTC(),
                        RealAccountTests::signIn)
                .of(EnvironmentTier.DEV);
    }

    @AfterEach
    void removeTheFileSystem() {
        fileSystem().deleteIfExists();
    }

    private DataLakeFileSystemClient fileSystem() {
        HttpClient http = traffic.httpClient();
        var client = new DataLakeServiceClientBuilder()
                .endpoint(account().toString())
                .httpClient(http);
        signIn(client, http);
        return client.buildClient().getFileSystemClient(fileSystem);
    }

    private static URI account() {
        return URI.create(System.getenv(URL));
    }

    private static void signIn(DataLakeServiceClientBuilder client, HttpClient http) {
        String key = System.getenv("AIFACTORY_ADLS_ACCOUNT_KEY");
        if (key == null) {
            client.credential(
                    new DefaultAzureCredentialBuilder().httpClient(http).build());
        } else {
            client.credential(new StorageSharedKeyCredential(account().getHost().split("\\.")[0], key));
        }
    }
}
