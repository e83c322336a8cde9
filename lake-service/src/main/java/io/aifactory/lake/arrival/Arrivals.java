package io.aifactory.lake.arrival;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All files that ever landed. */
@Repository
public class Arrivals {

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

    /** Says that a file is no longer there, unless it has been spoken of since it was looked for. */
    public void lose(Arrival arrival) {
        update(arrival, "state = 'GONE', etag = NULL, columns = NULL").update();
    }

    /** Has files of the given model that were rejected looked at again, because what they have to hold has changed. */
    public void lookAgain(LakeFolder.OfModel model) {
        database.sql("""
                        UPDATE arrival SET state = 'NEW', sightings = sightings + 1
                        WHERE state = 'REJECTED' AND starts_with(zone, :folder)""").param("folder", model.path() + "/").update();
    }

    private JdbcClient.StatementSpec update(Arrival arrival, String changes) {
        return database.sql("UPDATE arrival SET " + changes
                        + " WHERE environment = :environment AND path = :path AND sightings = :sightings")
                .param("environment", arrival.file().environment().label())
                .param("path", arrival.file().path())
                .param("sightings", arrival.sightings());
    }

    void record(InFile file) {
        database.sql("""
                        INSERT INTO arrival (environment, path, zone, dataset, day, number, state, arrived_at)
                        VALUES (:environment, :path, :zone, :dataset, :day, nextval('arrival_number'), 'NEW', :now)
                        ON CONFLICT (environment, path) DO UPDATE SET state = 'NEW', sightings = arrival.sightings + 1""")
                .param("environment", file.environment().label())
                .param("path", file.path())
                .param("zone", file.zone().path())
                .param("dataset", file.dataset().value())
                .param("day", file.date())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        Array columns = row.getArray("columns");
        return new Arrival(
                (InFile) LakePaths.parse(row.getString("path")),
                row.getLong("number"),
                row.getLong("sightings"),
                Arrival.State.valueOf(row.getString("state")),
                row.getString("sha256"),
                columns == null ? List.of() : List.of((String[]) columns.getArray()));
    }

    private static ModelZone zone(String path) {
        return ((LakeFolder.OfZone) LakePaths.parse(path)).zone();
    }
}
