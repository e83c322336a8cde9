package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;

/**
 * What somebody wants to know.
 *
 * @param caller who asks
 * @param project of which project, where a table's name does not say another
 * @param environment in which environment
 * @param until versions that are newer do not count, unless they are called by number
 * @param sql the query
 * @param mostRows how many rows of the answer to return at most
 */
record Question(
        Caller caller, ProjectId project, EnvironmentTier environment, Instant until, String sql, int mostRows) {}
