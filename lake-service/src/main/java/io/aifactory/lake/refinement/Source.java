package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.dataset.TableId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A source dataset and its files.
 *
 * @param scope where it belongs
 * @param dataset its name
 * @param day the day, where each day is refined for itself
 * @param files its files that can be used
 * @param phase what becomes of what is made from it
 */
record Source(
        RefinementScope scope,
        DatasetName dataset,
        @Nullable LocalDate day,
        List<Arrival> files,
        DataPhase phase) {

    Source {
        files = files.stream()
                .sorted(Comparator.comparingLong(Arrival::precedence))
                .toList();
    }

    /** Returns the same with those of its files that hold the condition. */
    Source keeping(Predicate<Arrival> condition) {
        return new Source(scope, dataset, day, files.stream().filter(condition).toList(), phase);
    }

    TableId bronze() {
        return new TableId(scope.zone(), dataset, LakeLayer.BRONZE, scope.environment(), day, phase);
    }

    TableId silver() {
        return bronze().in(LakeLayer.SILVER);
    }

    /** Returns the file that came last. There has to be one. */
    LakeFile newestFile() {
        return files.get(files.size() - 1).file().file();
    }

    List<LakeFile> lakeFiles() {
        return files.stream().map(Arrival::file).map(EnvironmentPath::file).toList();
    }

    /** Returns a text that is the same as long as the files and their contents are. */
    String contents() {
        return files.stream()
                .map(file -> file.file().path() + "=" + file.sha256() + "#" + file.number())
                .collect(Collectors.joining("\n"));
    }
}
