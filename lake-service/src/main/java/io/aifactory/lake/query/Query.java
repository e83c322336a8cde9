package io.aifactory.lake.query;

import io.aifactory.contracts.lake.SqlFile;

/**
 * A query by which a team has its data refined, in a version that never changes.
 *
 * @param file where it is kept
 * @param sql the query
 */
public record Query(SqlFile file, String sql) {

    /** Returns a text that tells it from all others. */
    public String described() {
        return file.environment() + "/" + file.path();
    }
}
