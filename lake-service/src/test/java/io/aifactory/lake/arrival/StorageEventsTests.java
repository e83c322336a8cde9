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

    private static final String PATH = GridEvents.IN + "a b.csv";

    @ParameterizedTest
    @CsvSource({
        "FlushWithClose, BlobCreated",
        "PutBlob, BlobCreated",
        "PutBlockList, BlobCreated",
        "SftpCommit, BlobCreated",
        "DeleteFile, BlobDeleted",
        "DeleteBlob, BlobDeleted",
        "SftpRemove, BlobDeleted"
    })
    void readsTheCallsThatWriteOrRemoveAFileInBothSchemas(String call, String type) {
        var expected = new Change.OfFile(PATH, null);

        assertThat(changes(GridEvents.cloudEvent(type, call, PATH))).containsExactly(expected);
        assertThat(changes(GridEvents.gridEvent(type, call, PATH))).containsExactly(expected);
        assertThat(changes("[" + GridEvents.gridEvent(type, call, PATH) + "]")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateFile, BlobCreated",
        "SftpCreate, BlobCreated",
        "SetBlobTier, BlobTierChanged",
        "CreateDirectory, DirectoryCreated",
        "SftpMakeDir, DirectoryCreated"
    })
    void leavesOutTheCallsAfterWhichThereIsNothingToLookAt(String call, String type) {
        assertThat(changes(GridEvents.cloudEvent(type, call, PATH))).isEmpty();
        assertThat(changes(GridEvents.gridEvent(type, call, PATH))).isEmpty();
    }

    @Test
    void copyTellsHowLongTheFileWillBe() {
        assertThat(changes(GridEvents.cloudEvent("BlobCreated", "CopyBlob", PATH)))
                .containsExactly(new Change.OfFile(PATH, GridEvents.LENGTH));
    }

    @ParameterizedTest
    @CsvSource({"RenameFile, BlobRenamed", "SftpRename, BlobRenamed"})
    void renameOfAFileHasTwoNames(String call, String type) {
        String source = GridEvents.IN + "_temporary/0/ä+b.csv";
        String event = GridEvents.rename(type, call, GridEvents.IN + "_temporary/0/%C3%A4+b.csv", PATH);

        assertThat(changes(event)).containsExactly(new Change.FileRenamed(source, PATH));
    }

    @Test
    void renameAndRemovalOfAFolderAreOfAllThatLiesInIt() {
        String folder = GridEvents.IN.substring(0, GridEvents.IN.length() - 1);

        assertThat(changes(GridEvents.rename("DirectoryRenamed", "RenameDirectory", folder + "_staging", folder)))
                .containsExactly(new Change.FolderRenamed(folder + "_staging", folder));
        assertThat(changes(GridEvents.cloudEvent("DirectoryDeleted", "DeleteDirectory", folder)))
                .containsExactly(new Change.FolderRemoved(folder));
    }

    @Test
    void tellsWhereFromAndInWhichOrder() {
        StorageEvent event = StorageEvents.read(
                        GridEvents.gridEvent("BlobCreated", "PutBlob", PATH).getBytes(UTF_8))
                .get(0);

        assertThat(event.id()).isEqualTo(GridEvents.ID);
        assertThat(event.account()).isEqualTo("staifdevlake001");
        assertThat(event.container()).isEqualTo("lake3");
        assertThat(event.sequence()).isEqualTo(GridEvents.SEQUENCER);
    }

    @Test
    void readsSeveralEvents() {
        String event = GridEvents.cloudEvent("BlobCreated", "PutBlob", PATH);

        assertThat(changes("[%s, %s]".formatted(event, event))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "42",
                "null",
                "[]",
                "{\"type\": \"Microsoft.Storage.BlobCreated\"}",
                "{\"type\": \"Microsoft.Storage.BlobCreated\", \"subject\": \"/other\", \"data\": {\"api\": \"PutBlob\"}}",
                "{\"type\": \"Microsoft.Storage.BlobRenamed\", \"subject\": \"/blobServices/default/containers/lake3/blobs/a\"}"
            })
    void badEventAmongOthersDoesNotLoseTheGoodOnes(String bad) {
        String good = GridEvents.gridEvent("BlobCreated", "PutBlob", PATH);

        assertThat(changes("[%s, %s, %s]".formatted(good, bad, good))).hasSize(2);
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
        assertThatThrownBy(() -> changes(message)).isInstanceOf(Unprocessable.class);
    }

    private static List<Change> changes(String message) {
        return StorageEvents.read(message.getBytes(UTF_8)).stream()
                .map(StorageEvent::change)
                .toList();
    }
}
