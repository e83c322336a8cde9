package io.aifactory.lake.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.messaging.Unprocessable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link StorageEvents}. */
class StorageEventsTests {

    private static final String PATH =
            "projects/project001/11_diabetes_model_reg/train/ds01_a/in/dev/2026/11/20/a b.csv";

    @ParameterizedTest
    @CsvSource({
        "FlushWithClose, Microsoft.Storage.BlobCreated, true",
        "PutBlob, Microsoft.Storage.BlobCreated, true",
        "PutBlockList, Microsoft.Storage.BlobCreated, true",
        "CopyBlob, Microsoft.Storage.BlobCreated, true",
        "SftpCommit, Microsoft.Storage.BlobCreated, true",
        "RenameFile, Microsoft.Storage.BlobRenamed, true",
        "CreateFile, Microsoft.Storage.BlobCreated, false",
        "SftpCreate, Microsoft.Storage.BlobCreated, false",
        "DeleteFile, Microsoft.Storage.BlobDeleted, false",
        "RenameDirectory, Microsoft.Storage.DirectoryRenamed, false"
    })
    void countsTheCallsThatMeanAWholeFileInBothSchemas(String call, String type, boolean counts) {
        String[] expected = counts ? new String[] {PATH} : new String[0];

        assertThat(files(cloudEvent(type, call))).containsExactly(expected);
        assertThat(files(gridEvent(type, call))).containsExactly(expected);
        assertThat(files("[" + gridEvent(type, call) + "]")).containsExactly(expected);
    }

    @Test
    void readsSeveralEvents() {
        String event = cloudEvent("Microsoft.Storage.BlobCreated", "PutBlob");

        assertThat(files("[%s, %s]".formatted(event, event))).containsExactly(PATH, PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "42",
                "null",
                "[]",
                "{\"type\": \"Microsoft.Storage.BlobCreated\"}",
                "{\"type\": \"Microsoft.Storage.BlobCreated\", \"subject\": \"/other\", \"data\": {\"api\": \"PutBlob\"}}"
            })
    void badEventAmongOthersDoesNotLoseTheGoodOnes(String bad) {
        String good = gridEvent("Microsoft.Storage.BlobCreated", "PutBlob");

        assertThat(files("[%s, %s, %s]".formatted(good, bad, good))).containsExactly(PATH, PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "42",
                "{}",
                "[{\"type\": \"Microsoft.Storage.BlobCreated\"}]",
                "[{}, 42]",
                "{\"type\": \"Microsoft.Storage.BlobCreated\", \"subject\": \"/other\", \"data\": {\"api\": \"PutBlob\"}}"
            })
    void refusesWhatIsNoStorageEvent(String message) {
        assertThatThrownBy(() -> files(message)).isInstanceOf(Unprocessable.class);
    }

    private static List<String> files(String message) {
        return StorageEvents.completedFiles(message.getBytes(UTF_8));
    }

    private static String cloudEvent(String type, String call) {
        return """
                {"specversion": "1.0", "id": "1", "source": "/s", "type": "%s", "data": {"api": "%s"},
                 "subject": "/blobServices/default/containers/lake3/blobs/%s"}""".formatted(type, call, PATH);
    }

    private static String gridEvent(String type, String call) {
        return """
                {"id": "1", "topic": "/s", "eventType": "%s", "data": {"api": "%s"}, "dataVersion": "",
                 "subject": "/blobServices/default/containers/lake3/blobs/%s"}""".formatted(type, call, PATH);
    }
}
