package io.aifactory.lake.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.lake.settings.LakeSettings;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.lake.ServiceDatabase;
import io.aifactory.lake.reconciliation.Reconciliations;
import io.aifactory.lake.reconciliation.TestReconciliations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service makes of what the storage says. */
class LakeChangesTests {

    private static final Map<EnvironmentTier, URI> ACCOUNTS = Map.of(
            EnvironmentTier.DEV, URI.create("https://staifdevlake001.dfs.core.windows.net"),
            EnvironmentTier.TEST, URI.create("https://staiftestlake001.dfs.core.windows.net"),
            EnvironmentTier.PROD, URI.create("https://staifprodlake001.dfs.core.windows.net"));

    private static final String FOLDER = GridEvents.IN.substring(0, GridEvents.IN.length() - 1);
    private static final InFile FILE = file(GridEvents.IN + "part-0.parquet");

    private static ServiceDatabase database;

    @TempDir
    Path root;

    private final List<Object> told = new ArrayList<>();
    private Arrivals arrivals;
    private Lakes lakes;
    private StorageEventListener listener;
    private FolderListing listing;

    @BeforeAll
    static void openDatabase() {
        database = new ServiceDatabase(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.client()
                .sql("TRUNCATE arrival, reconciliation, scheduled_tasks CASCADE")
                .update();
        arrivals = new Arrivals(database.client(), database.clock());
        lakes = new FolderLakes(root);
        listener = listener(Map.of());
        listing = new FolderListing(lakes, new Landing(arrivals, told::add), database.transaction(), told::add);
    }

    @Test
    void fileThatWasWrittenIsNotedOnce() {
        written(FILE, "1", 16);
        written(FILE, "1", 16);

        assertThat(told).containsExactly(new FileChanged(FILE));
        assertThat(arrival(FILE).state()).isEqualTo(Arrival.State.NEW);
    }

    @Test
    void olderEventChangesNothingAndAsksForNoWork() {
        written(FILE, "2", 20);
        accept(FILE);
        told.clear();

        written(FILE, "1", 16);

        assertThat(told).isEmpty();
        assertThat(arrival(FILE).state()).isEqualTo(Arrival.State.ACCEPTED);
    }

    @Test
    void sequencesCompareWhateverTheCaseOfTheirLetters() {
        event("2", "BlobCreated", FILE.path(), GridEvents.file("PutBlob", FILE.path(), "00FF", 1));
        told.clear();

        event("1", "BlobCreated", FILE.path(), GridEvents.file("PutBlob", FILE.path(), "00ab", 1));
        assertThat(told).isEmpty();
        event("3", "BlobCreated", FILE.path(), GridEvents.file("PutBlob", FILE.path(), "01aa", 1));
        assertThat(told).hasSize(1);
    }

    @Test
    void lakeDecidesWhereSequencesDoNotCompare() {
        event("2", "BlobCreated", FILE.path(), GridEvents.file("PutBlob", FILE.path(), "ff", 1));
        told.clear();

        event("1", "BlobCreated", FILE.path(), GridEvents.file("PutBlob", FILE.path(), "0001", 1));

        assertThat(told).hasSize(1);
    }

    @Test
    void fileThatWasRemovedIsLookedForAgain() {
        written(FILE, "1", 16);
        accept(FILE);
        told.clear();

        event("2", "BlobDeleted", FILE.path(), sequenced("DeleteFile", FILE, 17));

        assertThat(told).containsExactly(new FileChanged(FILE));
        assertThat(arrival(FILE).state()).isEqualTo(Arrival.State.NEW);
    }

    @Test
    void eventOfAFileThatWasWrittenBeforeItWasRemovedComesTooLate() {
        event("2", "BlobDeleted", FILE.path(), sequenced("DeleteFile", FILE, 17));
        arrivals.lose(arrival(FILE));
        told.clear();

        written(FILE, "1", 16);

        assertThat(told).isEmpty();
        assertThat(arrival(FILE).state()).isEqualTo(Arrival.State.GONE);
    }

    @Test
    void renamedFileIsGoneUnderOneNameAndThereUnderTheOther() {
        InFile former = file(GridEvents.IN + "old.parquet");
        written(former, "1", 16);
        accept(former);
        told.clear();

        rename("BlobRenamed", former.path(), FILE.path());

        assertThat(told).containsExactly(new FileChanged(former), new FileChanged(FILE));
    }

    @Test
    void fileThatIsRenamedIntoTheFolderIsNotedAndItsFormerNameIsNoConcern() {
        rename("BlobRenamed", GridEvents.IN + "_temporary/0/part-0.parquet", FILE.path());
        rename("BlobRenamed", FILE.path(), "projects/project001/somewhere/else");

        assertThat(told).containsExactly(new FileChanged(FILE), new FileChanged(FILE));
        assertThat(states()).hasSize(1);
    }

    @Test
    void renamedFolderIsListed() {
        InFile former = file(GridEvents.IN.replaceFirst("20/$", "19/") + "part-0.parquet");
        written(former, "1", 16);
        accept(former);
        told.clear();
        put(FILE);

        rename("DirectoryRenamed", FOLDER.replaceFirst("20$", "19"), FOLDER);
        listEveryFolderAskedFor();

        assertThat(told).containsExactly(new FileChanged(former), new FileChanged(FILE));
        assertThat(arrival(former).state()).isEqualTo(Arrival.State.NEW);
    }

    @Test
    void folderThatIsNoneOfTheGrammarIsListedToo() {
        put(FILE);
        put(file(GridEvents.IN.replace("/11/", "/12/") + "other.csv"));

        rename("DirectoryRenamed", "elsewhere/11", FOLDER.replaceFirst("/20$", ""));
        listEveryFolderAskedFor();

        assertThat(told).containsExactly(new FileChanged(FILE));
    }

    @Test
    void listingTellsOfNoFileThatIsKnown() {
        put(FILE);
        written(FILE, "1", 16);
        accept(FILE);
        told.clear();

        rename("DirectoryRenamed", FOLDER + "_staging", FOLDER);
        listEveryFolderAskedFor();

        assertThat(told).isEmpty();
    }

    @Test
    void removedFolderTakesItsFilesAway() {
        written(FILE, "1", 16);
        accept(FILE);
        told.clear();

        event("2", "DirectoryDeleted", FOLDER, "{\"api\": \"DeleteDirectory\", \"recursive\": \"true\"}");

        assertThat(told).containsExactly(new FileChanged(FILE));
    }

    @Test
    void markerEndsTheWaitOnceAllFilesOfTheFolderAreNoted() {
        InFile marker = file(GridEvents.IN + "_SUCCESS");
        put(FILE);
        put(marker);

        rename("BlobRenamed", GridEvents.IN + "_temporary/0/_SUCCESS", marker.path());
        written(file(GridEvents.IN + "_committed_1"), "2", 17);
        assertThat(told).isEmpty();
        listEveryFolderAskedFor();

        assertThat(told).containsExactly(new FileChanged(FILE), new FolderCompleted(FILE.folder()));
    }

    @Test
    void copyTellsHowLongTheFileWillBe() {
        event("1", "BlobCreated", FILE.path(), GridEvents.file("CopyBlob", FILE.path(), "1", 4711));
        assertThat(arrival(FILE).expectedBytes()).isEqualTo(4711);

        written(FILE, "2", 16);
        assertThat(arrival(FILE).expectedBytes()).isZero();
    }

    @Test
    void eventsOfOtherContainersAreIgnored() {
        String event = GridEvents.gridEvent("BlobCreated", "PutBlob", FILE.path());

        hear(event.replace("/containers/lake3/", "/containers/backup/"));

        assertThat(told).isEmpty();
    }

    @Test
    void accountHasToBeOneOfTheFactorysAndThatOfTheFilesEnvironment() {
        String event = GridEvents.gridEvent("BlobCreated", "PutBlob", FILE.path());
        listener = listener(ACCOUNTS);

        hear(event.replace("staifdevlake001", "stelsewhere"));
        hear(event.replace("staifdevlake001", "staifprodlake001"));
        assertThat(told).isEmpty();
        hear(event);

        assertThat(told).hasSize(1);
    }

    @Test
    void activeFilesAreToldOfWithTheLakesTheyMayLieIn() {
        var active = new ActiveFile(ProjectId.of(1), new ModelName("11_diabetes_model_reg"), ActiveFile.Use.TRAINING);
        listener = listener(ACCOUNTS);

        hear(GridEvents.cloudEvent("BlobCreated", "FlushWithClose", active.path()));

        assertThat(told).containsExactly(new ActiveFileChanged(active, List.of(EnvironmentTier.DEV)));
    }

    private StorageEventListener listener(Map<EnvironmentTier, URI> accounts) {
        var origins = new Origins(new LakeSettings(Path.of("lakes"), accounts, "lake3", null, null));
        Reconciliations reconciliations = TestReconciliations.in(database);
        return new StorageEventListener(origins, new LakeChanges(arrivals, reconciliations, told::add));
    }

    private void hear(String event) {
        var message = new QueueMessage("lake-storage-events", "1", null, event.getBytes(UTF_8));
        database.transaction().executeWithoutResult(status -> listener.on(message));
    }

    private void event(String id, String type, String path, String data) {
        hear(GridEvents.cloudEvent(id, type, path, data));
    }

    private void written(InFile file, String id, long sequence) {
        event(id, "BlobCreated", file.path(), sequenced("FlushWithClose", file, sequence));
    }

    private static String sequenced(String api, InFile file, long sequence) {
        return GridEvents.file(api, file.path(), GridEvents.sequencer(sequence), 9);
    }

    private void rename(String type, String source, String destination) {
        hear(GridEvents.rename(type, "Rename", source, destination));
    }

    private void put(InFile file) {
        lakes.of(file.environment()).publish(file, LakeContent.of("x".getBytes(UTF_8)));
    }

    private void accept(InFile file) {
        String etag = lakes.of(file.environment())
                .find(file)
                .map(stored -> stored.etag())
                .orElse("0x1");
        arrivals.accept(arrival(file), etag, "hash", List.of("id"));
    }

    private void listEveryFolderAskedFor() {
        database.client()
                .sql("SELECT scope FROM reconciliation WHERE kind = 'listing' ORDER BY scope")
                .query(String.class)
                .list()
                .forEach(listing::reconcile);
    }

    private Arrival arrival(InFile file) {
        return arrivals.in(file.zone(), file.environment()).stream()
                .filter(arrival -> arrival.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private List<Arrival.State> states() {
        return arrivals.in(FILE.zone(), FILE.environment()).stream()
                .map(Arrival::state)
                .toList();
    }

    private static InFile file(String path) {
        return (InFile) LakePaths.parse(path);
    }
}
