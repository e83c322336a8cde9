package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.SilverRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The newest silver of other datasets, where rules of one refer to them. */
@Component
class ReferencedTables {

    private final DatasetVersions versions;
    private final Lakes lakes;

    ReferencedTables(DatasetVersions versions, Lakes lakes) {
        this.versions = versions;
        this.lakes = lakes;
    }

    /** Returns what the source's rules refer to; empty as long as one of the datasets has no silver. */
    Optional<List<DatasetVersion>> find(Source source, SilverRules rules) {
        var found = new ArrayList<DatasetVersion>();
        List<DatasetName> names = namesIn(rules);
        for (DatasetName name : names) {
            var silver = source.silver();
            versions.latest(silver.of(name)).ifPresent(found::add);
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    static List<DatasetName> namesIn(SilverRules rules) {
        return rules.checks().values().stream()
                .map(ColumnCheck::values)
                .filter(Objects::nonNull)
                .map(ValueRule::references)
                .filter(Objects::nonNull)
                .map(ColumnReference::dataset)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }

    /** Lets the work use local copies of the given versions, by the names of their datasets. */
    <T> T use(List<DatasetVersion> tables, Function<Map<String, Path>, T> work) {
        var copies = new ArrayList<LocalCopy>();
        try {
            var paths = new HashMap<String, Path>();
            for (DatasetVersion table : tables) {
                var file = table.reference().file();
                LocalCopy copy = lakes.of(file).localCopy(LakePaths.parse(file));
                copies.add(copy);
                paths.put(table.reference().dataset().value(), copy.path());
            }
            return work.apply(paths);
        } finally {
            copies.forEach(LocalCopy::close);
        }
    }
}
