package io.aifactory.lake.migration;

import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An engine that tells what any file is like but one that says it is broken, and makes nothing. */
final class ProfilingOnly implements RefinementEngine {

    @Override
    public TableProfile profile(Path table) {
        try {
            if (Files.readString(table).equals("broken")) {
                throw new UnreadableFile("it is broken");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new TableProfile(
                1, List.of(new ColumnProfile("id", "BIGINT", 0, 1, "1", "1", 1.0, null)), "content", List.of());
    }

    @Override
    public void thinOut(Path table, String key, long rows, Path thinned) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableProfile bronze(List<Path> staged, Path bronze) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SilverOutcome silver(Path bronze, SilverRules rules, Map<String, Path> others, Path silver, Path bad) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableProfile merge(MergePlan plan, Path merged) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TableProfile> split(Path table, SplitPlan plan) {
        throw new UnsupportedOperationException();
    }
}
