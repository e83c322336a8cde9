package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.lake.layout.Guests;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Tells the layout which files of a project others may read, as the shares in force say. */
@Component
class SharedWith implements Guests {

    private final Shares shares;
    private final Deliveries deliveries;

    SharedWith(Shares shares, Deliveries deliveries) {
        this.shares = shares;
        this.deliveries = deliveries;
    }

    @Override
    public Set<ProjectId> of(ProjectId host, EnvironmentTier environment) {
        return shares.guestsOf(host, environment);
    }

    @Override
    public Map<EnvironmentPath, Set<ProjectId>> filesOf(ProjectId host, EnvironmentTier environment) {
        var guests = new TreeMap<String, Set<ProjectId>>();
        for (var file : deliveries.filesOf(host, environment)) {
            Set<ProjectId> readers =
                    guests.computeIfAbsent(file.path(), path -> new TreeSet<>(Comparator.comparing(ProjectId::value)));
            if (file.inForce()) {
                readers.add(file.project());
            }
        }
        var files = new LinkedHashMap<EnvironmentPath, Set<ProjectId>>();
        guests.forEach((path, readers) -> files.put((EnvironmentPath) LakePaths.parse(path), readers));
        return files;
    }
}
