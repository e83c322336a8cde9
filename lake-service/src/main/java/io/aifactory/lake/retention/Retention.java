package io.aifactory.lake.retention;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.lake.retention.StoredVersions.Leftover;
import io.aifactory.lake.retention.StoredVersions.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes the files of versions that nobody needs any more. What is known of the versions stays, so that lineage and history
 * are whole. Who is stopped on the way leaves versions that are given up and whose files are there; the next run removes them.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final StoredVersions versions;
    private final LearnedFrom learnedFrom;
    private final RetentionPolicy policy;
    private final Lakes lakes;
    private final Clock clock;

    Retention(
            StoredVersions versions,
            LearnedFrom learnedFrom,
            RetentionProperties properties,
            Lakes lakes,
            Clock clock) {
        this.versions = versions;
        this.learnedFrom = learnedFrom;
        this.policy = new RetentionPolicy(properties.keepVersions(), properties.keepFor());
        this.lakes = lakes;
        this.clock = clock;
    }

    /** Returns what would be removed now. */
    RetentionPlan plan() {
        Set<LakeFile> elsewhere = versions.neededElsewhere();
        var going = new ArrayList<StoredVersion>();
        var held = new ArrayList<Owner>();
        for (Owner owner : versions.owners()) {
            going.addAll(removable(owner, elsewhere));
            if (learnedFrom.hasChampionOfUnknownOrigin(owner.project(), owner.model())) {
                held.add(owner);
            }
        }
        return new RetentionPlan(policy, going, held);
    }

    /** Removes all that may go. */
    void run() {
        RetentionPlan plan = plan();
        plan.held()
                .forEach(owner -> LOG.warn(
                        "all data of {} {} stays: it is not known what a champion of it learned from",
                        owner.project(),
                        owner.model()));
        remove(plan.going());
    }

    /** Removes what newer data has replaced of what people try things out with. */
    public void removeSuperseded(ProjectId project, ModelName model) {
        remove(removable(new Owner(project, model), Set.of()).stream()
                .filter(StoredVersion::research)
                .toList());
    }

    private List<StoredVersion> removable(Owner owner, Set<LakeFile> elsewhere) {
        Instant now = clock.instant();
        List<StoredVersion> stored = versions.of(owner);
        Set<LakeFile> needed = new HashSet<>(elsewhere);
        if (learnedFrom.hasChampionOfUnknownOrigin(owner.project(), owner.model())) {
            stored.forEach(version -> needed.add(version.file()));
        } else if (policy.keepFor() != null) {
            needed.addAll(learnedFrom.testSetsToKeep(owner.project(), owner.model(), now.minus(policy.keepFor())));
        }
        return policy.removable(stored, needed, now);
    }

    private void remove(List<StoredVersion> going) {
        if (!going.isEmpty()) {
            versions.giveUp(going, clock.instant());
            LOG.info("{} versions are given up", going.size());
        }
        versions.leftovers().forEach(this::removeFiles);
    }

    /** A lake that is away holds up nobody but its own. */
    private void removeFiles(Leftover leftover) {
        try {
            for (LakeFile file : leftover.files()) {
                lakes.of(file).delete(LakePaths.parse(file));
            }
            versions.markGone(leftover);
        } catch (LakeUnavailable e) {
            LOG.warn("{} can't be removed now", leftover.files(), e);
        }
    }
}
