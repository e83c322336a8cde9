package io.aifactory.lake.sql;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.dataset.RegisteredDataset;
import java.util.List;
import java.util.stream.Collectors;

/** A query calls a table by a name that several datasets have. */
final class AmbiguousTable extends Problem {

    private static final long serialVersionUID = 1L;

    AmbiguousTable(TableName name, List<RegisteredDataset> fitting) {
        super(
                Kind.INVALID,
                "ambiguous-table",
                "'%s' may be several tables; say which: %s"
                        .formatted(
                                name.text(),
                                fitting.stream()
                                        .map(name::exactly)
                                        .map("\"%s\""::formatted)
                                        .collect(Collectors.joining(" or "))));
    }
}
