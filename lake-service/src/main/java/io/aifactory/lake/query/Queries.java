package io.aifactory.lake.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.SqlFile;
import io.aifactory.lake.engine.InvalidSql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the query that counts. A team writes it to a file in the lake; what is found there is kept as a version. Where an
 * environment has none, that of dev counts, so that data meets a model as the data it learned from did.
 */
@Component
public class Queries {

    /** The most bytes a query may have. */
    public static final int LONGEST = 1 << 20;

    private final Lakes lakes;
    private final QueryVersions versions;

    Queries(Lakes lakes, QueryVersions versions) {
        this.lakes = lakes;
        this.versions = versions;
    }

    /**
     * Returns the query of a source dataset, or of the merge if none is named; empty if the team has written none.
     *
     * @throws InvalidSql if what the team has written is no text, or too long
     */
    public Optional<Query> find(ModelZone zone, @Nullable DatasetName dataset, EnvironmentTier environment) {
        return filesOf(zone, dataset, environment)
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns whether the team has written a query of the dataset, be it one that can be run or not. */
    public boolean isThere(ModelZone zone, DatasetName dataset, EnvironmentTier environment) {
        return filesOf(zone, dataset, environment)
                .flatMap(file -> lakes.of(file.environment()).find(file).stream())
                .anyMatch(stored -> stored.bytes() > 0);
    }

    /** Where it may lie, first where it counts first. */
    private static Stream<SqlFile> filesOf(ModelZone zone, @Nullable DatasetName dataset, EnvironmentTier environment) {
        var train = ModelZone.train(zone.project(), zone.model());
        return Stream.of(environment, EnvironmentTier.DEV)
                .distinct()
                .map(tier -> new SqlFile(train, dataset, tier, null));
    }

    private Optional<Query> find(SqlFile file) {
        LakeStorage storage = lakes.of(file.environment());
        return storage.find(file)
                .map(stored -> read(storage, file))
                .filter(sql -> !sql.isBlank())
                .map(sql -> keep(storage, file, sql));
    }

    /** The version lies in the lake before anybody hears of it. */
    private Query keep(LakeStorage storage, SqlFile file, String sql) {
        return versions.find(file, sql)
                .orElseGet(() -> versions.add(file, sql, version -> {
                    storage.publish(version, LakeContent.of(sql.getBytes(UTF_8)));
                    return new Query(version, sql);
                }));
    }

    private static String read(LakeStorage storage, SqlFile file) {
        try (InputStream in = storage.open(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new InvalidSql("%s is longer than %d bytes".formatted(file.path(), LONGEST));
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidSql(file.path() + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new LakeUnavailable("cannot read '%s'".formatted(file.path()), e);
        }
    }
}
