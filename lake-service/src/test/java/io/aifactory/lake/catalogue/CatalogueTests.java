package io.aifactory.lake.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetAddress;
import io.aifactory.lake.dataset.SavedVersions;
import io.aifactory.lake.dataset.TableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests for {@link Catalogue} and {@link Entries}. */
class CatalogueTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-21T10:00:00Z");
    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final TableId SILVER = silverOf(1);
    private static final DatasetAddress ADDRESS =
            new DatasetAddress(ProjectId.of(1), MODEL, SILVER.dataset(), LakeLayer.SILVER, EnvironmentTier.DEV);
    private static final Caller CORE_TEAM = Caller.of("core@contoso.com", List.of("coreteam"));

    private SavedVersions saved;
    private Entries entries;
    private Catalogue catalogue;

    @BeforeEach
    void openCatalogue() {
        saved = new SavedVersions();
        entries = new Entries(saved.database(), saved.json());
        catalogue = new Catalogue(saved.versions());
    }

    @Test
    void findsByTheBeginningsOfNamesColumnsAndTags() {
        saved.save(SILVER, FRIDAY, List.of(), Map.of("label", "progression"), "id", "blood_pressure");

        assertThat(List.of(
                        "diab",
                        "M11_ds01_measurements_train_SILVER",
                        "measurements_train",
                        "m11_DS01 silver",
                        "pressure",
                        "project001\tbloo",
                        "label=progression",
                        "ds01_m",
                        "dev",
                        "blood_pressure"))
                .allSatisfy(words -> assertThat(entries.find(latest(words))).hasSize(1));
    }

    @Test
    void findsNothingElseAndTakesNoWordForSyntax() {
        saved.save(SILVER, FRIDAY, List.of(), "blood");

        assertThat(List.of("etes", "blood serum", "'", "\\", "x\\' | 'blood", "' | 'blood", "blo:*", "!x", "('", "%"))
                .allSatisfy(words -> assertThat(entries.find(latest(words))).isEmpty());
    }

    @Test
    void goesBackToAnyMoment() {
        saved.save(SILVER, FRIDAY, List.of(), "id");
        saved.save(SILVER, SATURDAY, List.of(), "id", "age");

        assertThat(entries.find(asOf("2026-11-19"))).isEmpty();
        assertThat(entries.find(asOf("2026-11-20"))).extracting(Entry::version).containsExactly(1);
        assertThat(entries.find(asOf("2026-11-21T09:59:59Z")))
                .extracting(Entry::version)
                .containsExactly(1);
        assertThat(entries.find(asOf("2026-11-21"))).extracting(Entry::version).containsExactly(2);
        assertThat(version(FRIDAY.minusMillis(1), VersionChoice.of("1"))).isEqualTo(1);
        assertThat(version(FRIDAY, VersionChoice.LATEST)).isEqualTo(1);
        assertThat(version(SATURDAY, VersionChoice.LATEST)).isEqualTo(2);
        assertThatThrownBy(() -> version(FRIDAY.minusMillis(1), VersionChoice.LATEST))
                .isInstanceOf(DatasetVersionNotFound.class)
                .hasMessageContaining("had no version of M11_ds01_measurements_train_SILVER in phase production by");
    }

    @Test
    void latestIsNeitherDataToScoreNorForResearchUnlessThatIsAskedFor() {
        saved.save(SILVER, FRIDAY, List.of(), "id");
        saved.save(toScore(LocalDate.of(2026, 11, 20)), FRIDAY, List.of(), "id");
        saved.save(SILVER.in(DataPhase.RESEARCH), FRIDAY, List.of(), "id");

        assertThat(version(FRIDAY, VersionChoice.LATEST)).isEqualTo(1);
        assertThat(version(new Moment(FRIDAY, true, DataPhase.PRODUCTION))).isEqualTo(2);
        assertThat(version(new Moment(FRIDAY, false, DataPhase.RESEARCH))).isEqualTo(3);
        assertThat(entries.find(latest("")))
                .extracting(entry -> entry.registryName() + " " + entry.phase())
                .containsExactly(
                        "M11_ds01_measurements_inference_SILVER production",
                        "M11_ds01_measurements_train_SILVER production",
                        "M11_ds01_measurements_train_SILVER research");
    }

    @Test
    void tagsSayWhatTheTableIs() {
        saved.save(toScore(LocalDate.of(2026, 11, 20)), FRIDAY, List.of(), "id");
        saved.save(toScore(LocalDate.of(2026, 11, 21)), SATURDAY, List.of(), "id");

        assertThat(entries.find(latest("date_folder=2026-11-21")))
                .singleElement()
                .extracting(Entry::tags)
                .isEqualTo(Map.of("model", "M11", "model_version", "0", "date_folder", "2026-11-21", "run", "run"));
    }

    @Test
    void pagesThroughAllThoughDatasetsAreSavedMeanwhile() {
        IntStream.rangeClosed(1, 7).forEach(project -> saved.save(silverOf(project), FRIDAY, List.of(), "id"));
        var seen = new ArrayList<ProjectId>();
        Cursor cursor = null;
        do {
            List<Entry> page = entries.find(latest("measure"), cursor, 3);
            page.forEach(entry -> seen.add(entry.project()));
            cursor =
                    page.size() < 3 ? null : Cursor.of(Cursor.after(page.get(2)).toString());
            saved.save(silverOf(2), SATURDAY, List.of(), "id");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 7).mapToObj(ProjectId::of).toList());
    }

    @Test
    void showsOnlyProjectsItIsAskedFor() {
        saved.save(SILVER, FRIDAY, List.of(), "id");
        saved.save(silverOf(2), FRIDAY, List.of(), "id");
        var search = new EntrySearch(
                Set.of(ProjectId.of(2)), null, null, null, null, SearchWords.of("measurements"), true, null);

        assertThat(entries.find(search)).extracting(Entry::project).containsExactly(ProjectId.of(2));
    }

    @Test
    void tellsHowTheColumnsChangedSinceTheVersionBeforeOfTheSameKind() {
        saved.save(SILVER, FRIDAY, List.of(), "id:BIGINT", "age:BIGINT", "sex");
        saved.save(toScore(LocalDate.of(2026, 11, 20)), FRIDAY, List.of(), "id:BIGINT");
        saved.save(SILVER, SATURDAY, List.of(), "bmi", "id:BIGINT", "age:DOUBLE");

        assertThat(detail(VersionChoice.of("1")).schemaChange()).isNull();
        assertThat(detail(VersionChoice.of("3")).schemaChange())
                .isEqualTo(new SchemaChange(
                        1,
                        List.of(new SchemaChange.Column("bmi", "DOUBLE")),
                        List.of(new SchemaChange.Column("sex", "DOUBLE")),
                        List.of(new SchemaChange.Retyped("age", "BIGINT", "DOUBLE"))));
    }

    @Test
    void tellsSampleParentsAndThoseChildrenThatTheCallerMaySee() {
        DatasetReference bronze = saved.save(SILVER.in(LakeLayer.BRONZE), FRIDAY, List.of(), "id");
        DatasetReference silver = saved.save(SILVER, FRIDAY, List.of(bronze), "id", "x");
        DatasetReference gold = saved.save(gold(1), FRIDAY, List.of(silver), "id", "x");
        DatasetReference foreign = saved.save(gold(2), FRIDAY, List.of(silver), "id", "x");

        Detail detail = detail(VersionChoice.LATEST);

        assertThat(detail.sample()).containsExactly(Arrays.asList("1", null));
        assertThat(detail.inputs()).containsExactly(bronze);
        assertThat(detail.children()).containsExactly(gold, foreign);
        var version = saved.versions().find(ADDRESS, 1).orElseThrow();
        assertThat(catalogue
                        .detail(version, Caller.of("bo@contoso.com", List.of("prj001_member")))
                        .children())
                .containsExactly(gold);
    }

    private Detail detail(VersionChoice choice) {
        return catalogue.detail(catalogue.require(ADDRESS, choice, moment(SATURDAY)), CORE_TEAM);
    }

    private int version(Instant until, VersionChoice choice) {
        return catalogue.require(ADDRESS, choice, moment(until)).reference().version();
    }

    private int version(Moment moment) {
        return catalogue
                .require(ADDRESS, VersionChoice.LATEST, moment)
                .reference()
                .version();
    }

    private static Moment moment(Instant until) {
        return new Moment(until, false, DataPhase.PRODUCTION);
    }

    private static EntrySearch latest(String words) {
        return search(words, null);
    }

    private static EntrySearch asOf(String time) {
        return search("", AsOf.of(time));
    }

    private static EntrySearch search(String words, @Nullable AsOf asOf) {
        return new EntrySearch(null, null, null, null, null, SearchWords.of(words), true, asOf);
    }

    private static TableId silverOf(int project) {
        return new TableId(
                ModelZone.train(ProjectId.of(project), MODEL),
                new DatasetName("ds01_measurements"),
                LakeLayer.SILVER,
                EnvironmentTier.DEV,
                null);
    }

    private static TableId toScore(LocalDate day) {
        return new TableId(
                ModelZone.inference(ProjectId.of(1), MODEL, 0),
                SILVER.dataset(),
                LakeLayer.SILVER,
                EnvironmentTier.DEV,
                day);
    }

    private static TableId gold(int project) {
        return new TableId(
                ModelZone.train(ProjectId.of(project), MODEL),
                DatasetName.GOLD,
                LakeLayer.GOLD,
                EnvironmentTier.DEV,
                null);
    }
}
