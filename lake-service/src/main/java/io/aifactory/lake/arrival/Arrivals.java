package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All files that ever landed. */
@Repository
public class Arrivals {

    private static final String DOUBT = "UPDATE arrival SET state = 'NEW', sightings = sightings + 1"
            + " WHERE state <> 'GONE' AND environment = ANY (:environments)";

    private final JdbcClient database;
    private final Clock clock;

    Arrivals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Where files have landed.
     *
     * @param zone whose
     * @param environment in which environment
     */
    public record Place(ModelZone zone, EnvironmentTier environment) {}

    /** Returns the files of a model's zone in an environment, oldest arrival first. */
    public List<Arrival> in(ModelZone zone, EnvironmentTier environment) {
        return database.sql("SELECT * FROM arrival WHERE zone = :zone AND environment = :environment ORDER BY number")
                .param("zone", zone.path())
                .param("environment", environment.label())
                .query((row, number) -> arrival(row))
                .list();
    }

    /** Returns every place below the given model's folder where a file has landed. */
    public List<Place> placesOf(LakeFolder.OfModel model) {
        return database.sql("SELECT DISTINCT zone, environment FROM arrival WHERE starts_with(zone, :folder)")
                .param("folder", model.path() + "/")
                .query((row, number) -> new Place(zone(row.getString(1)), EnvironmentTier.of(row.getString(2))))
                .list();
    }

    /**
     * Says that a file is part of its dataset from now on, unless it has been spoken of since it was looked at. New content
     * makes it the newest of its day.
     */
    public void accept(Arrival arrival, String etag, String sha256, List<String> columns) {
        update(arrival, """
                        state = 'ACCEPTED', etag = :etag, columns = :columns,
                        number = CASE WHEN sha256 IS NULL OR sha256 = :sha256 THEN number ELSE nextval('arrival_number') END,
                        sha256 = :sha256""")
                .param("etag", etag)
                .param("sha256", sha256)
                .param("columns", columns.toArray(String[]::new))
                .update();
    }

    /** Says that a file can't be used as it is, unless it has been spoken of since it was looked at. */
    public void reject(Arrival arrival, String etag, String sha256) {
        update(arrival, "state = 'REJECTED', etag = :etag, sha256 = :sha256, columns = NULL")
                .param("etag", etag)
                .param("sha256", sha256)
                .update();
    }

    /** Says that a file is still being written and has to be looked at again, unless it has been spoken of since it was looked at. */
    public void postpone(Arrival arrival) {
        update(arrival, "state = 'INCOMPLETE'").update();
    }

    /** Returns the file of a dataset that was accepted first, apart from the given one. */
    public Optional<Arrival> firstAccepted(
            ModelZone zone, EnvironmentTier environment, DatasetName dataset, InFile apartFrom) {
        return database.sql("""
                        SELECT * FROM arrival WHERE zone = :zone AND environment = :environment AND dataset = :dataset
                            AND state = 'ACCEPTED' AND path <> :apart ORDER BY number LIMIT 1""")
                .param("zone", zone.path())
                .param("environment", environment.label())
                .param("dataset", dataset.value())
                .param("apart", apartFrom.path())
                .query((row, number) -> arrival(row))
                .optional();
    }

    /**
     * Says that a file is no longer there, unless it has been spoken of since it was looked for. Its columns still tell whether
     * it was part of its dataset.
     */
    public void lose(Arrival arrival) {
        update(arrival, "state = 'GONE', etag = NULL").update();
    }

    /**
     * Has files of a model looked at anew: those that were turned away, or are looked at now by what held before, and all of
     * the given datasets, which are read in another way from now on.
     */
    public void lookAgain(LakeFolder.OfModel model, Collection<DatasetName> readAnew) {
        database.sql("""
                        UPDATE arrival SET state = 'NEW', sightings = sightings + 1,
                            etag = CASE WHEN dataset = ANY (:datasets) THEN NULL ELSE etag END
                        WHERE starts_with(zone, :folder)
                            AND (state IN ('NEW', 'REJECTED') OR (state = 'ACCEPTED' AND dataset = ANY (:datasets)))""")
                .param("folder", model.path() + "/")
                .param("datasets", readAnew.stream().map(DatasetName::value).toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec update(Arrival arrival, String changes) {
        return database.sql("UPDATE arrival SET " + changes
                        + " WHERE environment = :environment AND path = :path AND sightings = :sightings")
                .param("environment", arrival.file().environment().label())
                .param("path", arrival.file().path())
                .param("sightings", arrival.sightings());
    }

    /**
     * Notes what the storage said about a file, unless the same was said before or something newer is known. Where that
     * can't be told, it is noted: the lake decides.
     *
     * @param event the id of what was said
     * @param sequence its place among what was said of the file, as {@link Sequence} has it
     * @param expectedBytes how long the file will be at least
     * @return whether it was noted
     */
    boolean tell(InFile file, String event, @Nullable String sequence, long expectedBytes) {
        return noting(file, """
                        event_id = excluded.event_id, sequence = coalesce(excluded.sequence, arrival.sequence),
                            expected_bytes = excluded.expected_bytes, told_at = excluded.told_at
                        WHERE arrival.event_id IS DISTINCT FROM excluded.event_id AND NOT coalesce(
                            length(arrival.sequence) = length(excluded.sequence)
                                AND arrival.sequence > excluded.sequence, false)""")
                        .param("event", event)
                        .param("sequence", sequence)
                        .param("expected", expectedBytes)
                        .update()
                == 1;
    }

    /** Notes that a file lies there with the given ETag, and returns whether that was not known. */
    boolean find(InFile file, String etag) {
        return noting(file, """
                        told_at = excluded.told_at
                        WHERE arrival.state = 'GONE' OR arrival.etag IS DISTINCT FROM :etag""")
                        .param("etag", etag)
                        .param("event", null)
                        .param("sequence", null)
                        .param("expected", 0)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec noting(InFile file, String further) {
        return database.sql("""
                        INSERT INTO arrival (environment, path, zone, dataset, day, number, state, arrived_at, event_id,
                            sequence, expected_bytes, told_at)
                        VALUES (:environment, :path, :zone, :dataset, :day, nextval('arrival_number'), 'NEW', :now, :event,
                            :sequence, :expected, :now)
                        ON CONFLICT (environment, path) DO UPDATE SET state = 'NEW', sightings = arrival.sightings + 1,
                            """ + further)
                .param("environment", file.environment().label())
                .param("path", file.path())
                .param("zone", file.zone().path())
                .param("dataset", file.dataset().value())
                .param("day", file.date())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Says that a file has to be looked for, and returns whether it was known to be there. */
    boolean doubt(InFile file, List<EnvironmentTier> environments) {
        return doubting(" AND path = :path", environments)
                        .param("path", file.path())
                        .update()
                > 0;
    }

    /** Says that all files below a folder have to be looked for, and returns those that were known to be there. */
    List<InFile> doubtAllBelow(String folder, List<EnvironmentTier> environments) {
        return doubting(" AND starts_with(path, :folder) RETURNING path", environments)
                .param("folder", folder + "/")
                .query((row, number) -> (InFile) LakePaths.parse(row.getString(1)))
                .list();
    }

    private JdbcClient.StatementSpec doubting(String which, List<EnvironmentTier> environments) {
        return database.sql(DOUBT + which)
                .param(
                        "environments",
                        environments.stream().map(EnvironmentTier::label).toArray(String[]::new));
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        Array columns = row.getArray("columns");
        return new Arrival(
                (InFile) LakePaths.parse(row.getString("path")),
                row.getLong("number"),
                row.getLong("sightings"),
                Arrival.State.valueOf(row.getString("state")),
                row.getLong("expected_bytes"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getString("etag"),
                row.getString("sha256"),
                columns == null ? List.of() : List.of((String[]) columns.getArray()));
    }

    private static ModelZone zone(String path) {
        return ((LakeFolder.OfZone) LakePaths.parse(path)).zone();
    }
}
