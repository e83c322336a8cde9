package io.aifactory.lake;

import static io.aifactory.lake.TeamFixtures.DAY;
import static io.aifactory.lake.TeamFixtures.MEASUREMENTS;
import static io.aifactory.lake.TeamFixtures.MODEL;
import static io.aifactory.lake.TeamFixtures.NOW;
import static io.aifactory.lake.TeamFixtures.SERUM;
import static io.aifactory.lake.TeamFixtures.configured;
import static io.aifactory.lake.TeamFixtures.measurements;
import static io.aifactory.lake.TeamFixtures.serum;
import static io.aifactory.lake.TeamFixtures.storageEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that dies: in each of many projects before another call to the lake, from layout to gold and its next version. */
class InterruptedWorkTests extends LakeJourney {

    private static final Duration ALL_OF_THEM = Duration.ofMinutes(3);

    /** How many different calls apart two projects' work dies. A step of one tries every call, and takes minutes. */
    private static final int STEP = Integer.getInteger("lake.interruption.step", 4);

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Interruptions interruptions;

    @Autowired
    private JdbcClient database;

    /** Past the service: what people put there can't die. */
    private final LakeStorage lake = new FolderLakes(ROOT).of(EnvironmentTier.DEV);

    @Test
    void workThatDiesAnywhereComesToTheEndOfACleanRunAndEventsThatComeTwiceChangeNothing() {
        ProjectId undisturbed = nextProject();
        makeGold(List.of(undisturbed));
        Map<ProjectId, String> dyingAtFirst = projectsThatDieBefore(interruptions.newCallsFor(undisturbed));
        makeGoldOfMore(List.of(undisturbed));
        Map<ProjectId, String> dyingLater = projectsThatDieBefore(interruptions.newCallsFor(undisturbed));
        List<ProjectId> disturbed = Stream.of(dyingAtFirst, dyingLater)
                .flatMap(projects -> projects.keySet().stream())
                .toList();

        dyingAtFirst.forEach(interruptions::killBefore);
        makeGold(disturbed);
        dyingLater.forEach(interruptions::killBefore);
        makeGoldOfMore(disturbed);

        assertThat(disturbed).isNotEmpty().noneMatch(interruptions::isToDie);
        Map<String, List<String>> expected = outcomeOf(undisturbed);
        assertThat(expected.get("versions")).hasSize(14);
        await().untilAsserted(() -> assertThat(disturbed)
                .allSatisfy(project -> assertThat(outcomeOf(project)).isEqualTo(expected)));
    }

    private static Map<ProjectId, String> projectsThatDieBefore(List<String> calls) {
        return IntStream.iterate(0, call -> call < calls.size(), call -> call + STEP)
                .boxed()
                .collect(Collectors.toMap(call -> nextProject(), calls::get));
    }

    private void makeGold(List<ProjectId> projects) {
        projects.forEach(this::begin);
        awaitGold(projects, 1);
    }

    private void makeGoldOfMore(List<ProjectId> projects) {
        projects.forEach(project -> put(project, MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(41, 60)));
        awaitGold(projects, 2);
    }

    /** All files are there before the model is configured, so that there is one run over all of them. */
    private void begin(ProjectId project) {
        bus.publish(new EnvironmentProvisioned(project, EnvironmentTier.DEV, 1, List.of(), NOW));
        bus.publish(new MembersChanged(project, 1, List.of(new Member("bo@contoso.com", ProjectRole.MEMBER)), NOW));
        put(project, MEASUREMENTS, DAY, "broken.csv", "PK\u0003\u0004");
        put(project, MEASUREMENTS, DAY, "m.csv", measurements(1, 50) + "51,abc,1.0,5\n");
        put(project, SERUM, DAY, "s.csv", serum(1, 60));
        Awaitility.await().atMost(ALL_OF_THEM).until(() -> arrivalsOf(project) == 3);
        bus.publish(configured(project, 1));
        bus.publish(configured(project, 1));
    }

    private void put(ProjectId project, DatasetName dataset, LocalDate day, String name, String content) {
        InFile file = new InFolder(ModelZone.train(project, MODEL), dataset, EnvironmentTier.DEV, day).file(name);
        lake.publish(file, LakeContent.of(content.getBytes(UTF_8)));
        byte[] event = storageEvent(file.path(), "FlushWithClose").getBytes(UTF_8);
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event);
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event);
    }

    private long arrivalsOf(ProjectId project) {
        return database.sql("SELECT count(*) FROM arrival WHERE split_part(path, '/', 2) = :project")
                .param("project", project.value())
                .query(Long.class)
                .single();
    }

    private void awaitGold(List<ProjectId> projects, int version) {
        List<String> names = projects.stream().map(ProjectId::value).toList();
        Awaitility.await()
                .atMost(ALL_OF_THEM)
                .until(() -> database.sql("""
                        SELECT count(*) FROM dataset_version
                        WHERE project IN (:projects) AND layer = 'gold' AND version = :version""")
                                .param("projects", names)
                                .param("version", version)
                                .query(Integer.class)
                                .single()
                        == projects.size());
        Awaitility.await()
                .atMost(ALL_OF_THEM)
                .until(() -> database.sql("""
                        SELECT (SELECT count(*) FROM inbox WHERE status = 'WAITING')
                            + (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
                            + (SELECT count(*) FROM scheduled_tasks WHERE task_name = 'reconcile')""").query(Long.class).single() == 0);
    }

    /** All that is left of a project's run, told without its name. Bronze and silver name the files that rows came from, gold holds data alone. */
    private Map<String, List<String>> outcomeOf(ProjectId project) {
        var outcome = new LinkedHashMap<String, List<String>>();
        outcome.put("versions", versionsOf(project));
        outcome.put("files", filesOf(project));
        outcome.put("events", eventsOf(project));
        return outcome;
    }

    private List<String> versionsOf(ProjectId project) {
        return database.sql("""
                        SELECT concat_ws(' ', layer, version, path, rows, bad_rows,
                            CASE WHEN starts_with(layer, 'gold') THEN fingerprint END)
                        FROM dataset_version WHERE project = :project ORDER BY 1""").param("project", project.value()).query(String.class).list().stream()
                .map(version -> version.replace(project.value(), "*"))
                .toList();
    }

    private List<String> filesOf(ProjectId project) {
        return lake.list(new LakeFolder.OfProject(project)).stream()
                .map(file -> file.path().replace(project.value(), "*"))
                .toList();
    }

    private List<String> eventsOf(ProjectId project) {
        Stream<String> saved = bus.seen(DatasetSaved.class).stream()
                .filter(event -> event.project().equals(project))
                .map(event -> event.dataset().file().path());
        Stream<String> rejected = bus.seen(DatasetRejected.class).stream()
                .filter(event -> event.project().equals(project))
                .map(event -> event.file().path() + " " + event.reason());
        return Stream.concat(saved, rejected)
                .map(event -> event.replace(project.value(), "*"))
                .sorted()
                .toList();
    }
}
