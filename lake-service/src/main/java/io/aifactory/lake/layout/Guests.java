package io.aifactory.lake.layout;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.EnvironmentPath;
import java.util.Map;
import java.util.Set;

/** Knows who else may read what of a project. */
public interface Guests {

    /** Returns the projects that may read something of a project. */
    Set<ProjectId> of(ProjectId host, EnvironmentTier environment);

    /** Returns the files of a project that were ever shared, each with the projects that may read it now. */
    Map<EnvironmentPath, Set<ProjectId>> filesOf(ProjectId host, EnvironmentTier environment);
}
