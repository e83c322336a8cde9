package io.aifactory.lake.retention;

import static java.util.stream.Collectors.groupingBy;

import io.aifactory.contracts.events.LakeFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which versions stay. Of what people try things out with, the newest version of each table stays. All else stays
 * unless it is older than the time to keep, and as many newer versions of its table are there as are to be kept, and nobody
 * needs it. And whatever stays keeps what it was made from, and its parts.
 *
 * @param keepVersions how many versions of each table stay, however old they are
 * @param keepFor how long every version stays; absent: for good
 */
record RetentionPolicy(int keepVersions, @Nullable Duration keepFor) {

    /** Returns the versions that may go, of all that a model has, in the order they were saved. */
    List<StoredVersion> removable(List<StoredVersion> versions, Set<LakeFile> needed, Instant now) {
        Set<StoredVersion> staying = new HashSet<>();
        versions.stream()
                .collect(groupingBy(StoredVersion::table))
                .values()
                .forEach(table -> addStaying(table, needed, now, staying));
        Set<LakeFile> kept = withWhatTheyNeed(versions, staying);
        return versions.stream()
                .filter(version -> !kept.contains(version.file()))
                .sorted(Comparator.comparingLong(StoredVersion::id))
                .toList();
    }

    private void addStaying(
            List<StoredVersion> table, Set<LakeFile> needed, Instant now, Collection<StoredVersion> staying) {
        List<StoredVersion> newestFirst = table.stream()
                .sorted(Comparator.comparingInt(StoredVersion::version).reversed())
                .toList();
        for (int age = 0; age < newestFirst.size(); age++) {
            StoredVersion version = newestFirst.get(age);
            boolean stays = version.research() ? age == 0 : stays(version, age, now) || needed.contains(version.file());
            if (stays) {
                staying.add(version);
            }
        }
    }

    private boolean stays(StoredVersion version, int age, Instant now) {
        return version.forGood()
                || age < keepVersions
                || keepFor == null
                || version.savedAt().isAfter(now.minus(keepFor));
    }

    private static Set<LakeFile> withWhatTheyNeed(List<StoredVersion> versions, Set<StoredVersion> staying) {
        Map<LakeFile, StoredVersion> byFile = new HashMap<>();
        versions.forEach(version -> byFile.put(version.file(), version));
        var kept = new HashSet<LakeFile>();
        var waiting = new ArrayDeque<>(staying);
        while (!waiting.isEmpty()) {
            StoredVersion version = waiting.remove();
            if (kept.add(version.file())) {
                version.needs().stream()
                        .filter(byFile::containsKey)
                        .map(byFile::get)
                        .forEach(waiting::add);
            }
        }
        return kept;
    }
}
