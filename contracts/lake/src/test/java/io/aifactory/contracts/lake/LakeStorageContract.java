package io.aifactory.contracts.lake;

import static io.aifactory.contracts.lake.AccessEntry.group;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every adapter of {@link LakeStorage} has to hold. An adapter's test extends it and gives an empty lake of dev. */
public abstract class LakeStorageContract {

    private static final InFolder FOLDER = new InFolder(
            ModelZone.train(ProjectId.of(1), new ModelName("11_diabetes_model_reg")),
            new DatasetName("ds01_diabetes"),
            EnvironmentTier.DEV,
            LocalDate.of(2026, 11, 20));
    private static final InFile FILE = FOLDER.file("diabetes.csv");

    private static final AccessEntry EVERYBODY = group("everybody", "r-x");
    private static final AccessEntry LEADS = group("prj001_lead", "rwx");
    private static final AccessEntry MEMBERS = group("prj001_member", "r-x");

    @TempDir
    Path scratch;

    private LakeStorage storage;

    /** Returns an empty lake of dev. */
    protected abstract LakeStorage emptyLake();

    @BeforeEach
    void openLake() {
        storage = emptyLake();
    }

    @Test
    void knowsItsEnvironment() {
        assertThat(storage.environment()).isEqualTo(EnvironmentTier.DEV);
    }

    @Test
    void givesBackWhatWasPublished() {
        StoredFile stored = storage.publish(FILE, content("id,age\n1,33\n"));

        assertThat(read(FILE)).isEqualTo("id,age\n1,33\n");
        assertThat(stored.path()).isEqualTo(FILE.path());
        assertThat(stored.bytes()).isEqualTo(12);
        assertThat(storage.find(FILE)).contains(stored);
    }

    @Test
    void publishingReplacesAndChangesTheEtag() {
        StoredFile first = storage.publish(FILE, content("same"));

        StoredFile second = storage.publish(FILE, content("same"));

        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(storage.list(FOLDER)).containsExactly(second);
    }

    @Test
    void failedWritingLeavesTheFormerFileAndNothingElse() {
        storage.publish(FILE, content("former"));

        assertThatThrownBy(() -> storage.publish(FILE, out -> {
                    out.write("half".getBytes(UTF_8));
                    throw new IOException("source broke");
                }))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("source broke");

        assertThat(read(FILE)).isEqualTo("former");
        assertThat(storage.list(new LakeFolder.Root())).hasSize(1);
    }

    @Test
    void readerOfTheFormerFileSeesNothingOfTheNewOne() throws IOException {
        byte[] former = "f".repeat(3_000_000).getBytes(UTF_8);
        storage.publish(FILE, LakeContent.of(former));

        try (var in = storage.open(FILE)) {
            byte[] begun = in.readNBytes(1000);
            storage.publish(FILE, content("n".repeat(3_000_000)));

            assertThat(begun).containsOnly('f');
            assertThat(restOrFailure(in)).isIn(former.length - begun.length, -1);
        }
        assertThat(read(FILE)).startsWith("n").hasSize(3_000_000);
    }

    @Test
    void uploadIsNowhereUntilItIsPublished() {
        storage.publish(FILE, content("former"));

        try (var upload = storage.upload(content("sent before"))) {
            assertThat(read(FILE)).isEqualTo("former");
            assertThat(storage.list(new LakeFolder.Root())).hasSize(1);

            StoredFile stored = upload.publish(FILE);

            assertThat(stored.bytes()).isEqualTo(11);
            assertThat(storage.find(FILE)).contains(stored);
        }
        assertThat(read(FILE)).isEqualTo("sent before");
        assertThat(storage.list(new LakeFolder.Root())).hasSize(1);
    }

    @Test
    void uploadTakesOverTheAccessListOfTheFileInItsPlace() {
        storage.publish(FILE, content("shared"));
        storage.setAccess(FILE, AccessList.of(LEADS, MEMBERS));

        try (var upload = storage.upload(content("shared too"))) {
            upload.publish(FILE);
        }

        assertThat(storage.access(FILE).entries()).containsExactlyInAnyOrder(LEADS, MEMBERS);
    }

    @Test
    void uploadThatIsClosedUnpublishedIsGone() {
        var upload = storage.upload(content("given up"));

        upload.close();

        assertThatThrownBy(() -> upload.publish(FILE)).isInstanceOfAny(LakeUnavailable.class, LakeFileNotFound.class);
        assertThat(storage.list(new LakeFolder.Root())).isEmpty();
    }

    @Test
    void failedUploadIsNone() {
        assertThatThrownBy(() -> storage.upload(out -> {
                    out.write("half".getBytes(UTF_8));
                    throw new IOException("source broke");
                }))
                .isInstanceOf(LakeUnavailable.class)
                .hasMessageContaining("cannot upload")
                .hasMessageContaining("source broke");
    }

    @Test
    void createRefusesWhereAFileIs() {
        storage.create(FILE, content("first"));

        assertThatThrownBy(() -> storage.create(FILE, content("second"))).isInstanceOf(LakeFileExists.class);

        assertThat(read(FILE)).isEqualTo("first");
    }

    @Test
    void exactlyOneOfManyCreatorsWins() throws Exception {
        var winners = new AtomicInteger();
        Callable<Void> race = () -> {
            try {
                storage.create(FILE, content("mine"));
                winners.incrementAndGet();
            } catch (LakeFileExists lost) {
                assertThat(lost).hasMessageContaining(FILE.path());
            }
            return null;
        };

        inParallel(race);

        assertThat(winners).hasValue(1);
    }

    @Test
    void concurrentPublishersLeaveOneWholeFile() throws Exception {
        var writers = new AtomicInteger();
        Callable<Void> write = () -> {
            storage.publish(
                    FILE, content(String.valueOf(writers.incrementAndGet()).repeat(100_000)));
            return null;
        };

        inParallel(write);

        assertThat(read(FILE)).hasSize(100_000).matches("(\\d)\\1*");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(storage.find(FILE)).isEmpty();
        assertThat(storage.delete(FILE)).isFalse();
        assertThatThrownBy(() -> storage.open(FILE)).isInstanceOf(LakeFileNotFound.class);
        assertThatThrownBy(() -> storage.localCopy(FILE)).isInstanceOf(LakeFileNotFound.class);
    }

    @Test
    void takesNoFolderForAFile() {
        storage.createFolder(FOLDER);

        assertThat(storage.find(FOLDER)).isEmpty();
        assertThat(storage.delete(FOLDER)).isFalse();
        assertThatThrownBy(() -> storage.open(FOLDER)).isInstanceOf(LakeFileNotFound.class);
    }

    @Test
    void makesAFolderTwiceWithoutHarm() {
        storage.publish(FILE, content("kept"));

        storage.createFolder(FOLDER);
        storage.createFolder(FOLDER);

        assertThat(read(FILE)).isEqualTo("kept");
    }

    @Test
    void listsFilesHoweverDeepSortedByPath() {
        InFile deep = FOLDER.file("in.parquet/part-0.parquet");
        storage.publish(FOLDER.file("zeta.csv"), content("z"));
        storage.publish(deep, content("p"));
        storage.publish(FILE, content("d"));

        assertThat(storage.list(new LakeFolder.OfProject(ProjectId.of(1))))
                .extracting(StoredFile::path)
                .containsExactly(FILE.path(), deep.path(), FOLDER.path() + "/zeta.csv");
    }

    @Test
    void listsNothingOfAFolderThatIsNotThereAndNothingOfItsNamesake() {
        storage.publish(new LakeVersionFile(), content("{}"));

        assertThat(storage.list(new LakeFolder.OfProject(ProjectId.of(1)))).isEmpty();
        assertThat(storage.list(LakeFolder.Top.ACTIVE)).hasSize(1);
    }

    @Test
    void deletesAFile() {
        storage.publish(FILE, content("gone"));

        assertThat(storage.delete(FILE)).isTrue();

        assertThat(storage.find(FILE)).isEmpty();
    }

    @Test
    void lendsALocalCopy() throws IOException {
        storage.publish(FILE, content("local"));

        try (var copy = storage.localCopy(FILE)) {
            assertThat(copy.path()).isAbsolute();
            assertThat(Files.readString(copy.path())).isEqualTo("local");
        }
        assertThat(read(FILE)).isEqualTo("local");
    }

    @Test
    void publishesALocalFileAndAStream() throws IOException {
        Path local = Files.writeString(scratch.resolve("made.csv"), "made here");
        InFile copy = FOLDER.file("copy.csv");

        storage.publish(FILE, LakeContent.of(local));
        try (var in = storage.open(FILE)) {
            storage.publish(copy, LakeContent.of(in));
        }

        assertThat(read(copy)).isEqualTo("made here");
    }

    @Test
    void keepsFileNamesOfOtherAlphabets() {
        InFile swedish = FOLDER.file("mätning 2026 (å).csv");

        storage.publish(swedish, content("å"));

        assertThat(storage.list(FOLDER)).extracting(StoredFile::path).containsExactly(swedish.path());
    }

    @Test
    void takesNamesForWhatTheyAreNotForAddresses() {
        InFile odd = FOLDER.file("a+b&c=d@e,f (1).csv");

        StoredFile stored = storage.publish(odd, content("%"));

        assertThat(read(odd)).isEqualTo("%");
        assertThat(storage.list(FOLDER)).containsExactly(stored);
        assertThat(storage.delete(odd)).isTrue();
    }

    @Test
    void defaultEntriesHoldForAllBelowAndOthersDoNot() {
        InFile later = FOLDER.file("later.csv");
        storage.publish(FILE, content("before"));

        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(group("everybody", "--x"), MEMBERS.asDefault()));
        storage.publish(later, content("after"));

        assertThat(storage.access(FOLDER).entries()).containsExactly(MEMBERS, MEMBERS.asDefault());
        assertThat(storage.access(FILE).entries()).containsExactly(MEMBERS);
        assertThat(storage.access(later).entries()).containsExactly(MEMBERS);
        assertThat(storage.access(LakeFolder.Top.MASTER)).isEqualTo(AccessList.empty());
    }

    @Test
    void whatIsNotThereYetHasWhatItWouldInherit() {
        storage.createFolder(LakeFolder.Top.PROJECTS);

        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(MEMBERS.asDefault()));

        assertThat(storage.access(FOLDER).entries()).containsExactly(MEMBERS, MEMBERS.asDefault());
    }

    @Test
    void anotherAccessListStandsInPlaceOfTheFormer() {
        storage.publish(FILE, content("x"));
        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(LEADS.asDefault(), MEMBERS.asDefault()));

        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(MEMBERS.asDefault()));

        assertThat(storage.access(FILE).entries()).containsExactly(MEMBERS);
        assertThat(storage.access(LakeFolder.Top.PROJECTS).entries()).containsExactly(MEMBERS.asDefault());
    }

    @Test
    void ownAccessListStandsInPlaceOfTheInheritedWhicheverWasSaidFirst() {
        storage.publish(FILE, content("x"));
        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(MEMBERS.asDefault()));

        storage.setAccess(FOLDER, AccessList.of(LEADS, LEADS.asDefault()));
        storage.setAccess(LakeFolder.Top.PROJECTS, AccessList.of(EVERYBODY.asDefault()));

        assertThat(storage.access(FOLDER).entries()).containsExactly(LEADS, LEADS.asDefault());
        assertThat(storage.access(FILE).entries()).containsExactly(LEADS);
        assertThat(storage.access(new LakeFolder.OfProject(ProjectId.of(1))).entries())
                .containsExactly(EVERYBODY, EVERYBODY.asDefault());
    }

    @Test
    void fileKeepsItsAccessListWhenItIsReplacedAndLosesItWhenItIsDeleted() {
        storage.publish(FILE, content("shared"));
        storage.setAccess(FILE, AccessList.of(LEADS, MEMBERS));

        storage.publish(FILE, content("shared too"));
        AccessList replaced = storage.access(FILE);
        storage.delete(FILE);
        storage.publish(FILE, content("another"));

        assertThat(replaced.entries()).containsExactlyInAnyOrder(LEADS, MEMBERS);
        assertThat(storage.access(FILE)).isEqualTo(AccessList.empty());
    }

    @Test
    void givesNobodyRightsToWhatIsNotThere() {
        assertThatThrownBy(() -> storage.setAccess(FILE, AccessList.of(LEADS))).isInstanceOf(LakeFileNotFound.class);
    }

    /** Returns how many bytes of the former file there were, or -1 if reading failed. */
    private static int restOrFailure(InputStream in) {
        try {
            byte[] rest = in.readAllBytes();
            assertThat(rest).containsOnly('f');
            return rest.length;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("replaced while it was read");
            return -1;
        }
    }

    private static LakeContent content(String text) {
        return LakeContent.of(text.getBytes(UTF_8));
    }

    private String read(LakePath path) {
        try (var in = storage.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inParallel(Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> work).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
