package io.aifactory.scoring.scored;

import io.aifactory.contracts.lake.Lakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds scored rows again, wherever they are: on their way to the lake or in it. What matches nothing finds nothing.
 * Requests on their way are read first, so that a row that reaches the lake meanwhile is met twice rather than never.
 */
@Component
class ScoredSearch {

    private static final int SCORINGS_AT_ONCE = 100;
    private static final Comparator<ScoredRow> LAST_SCORED_FIRST =
            Comparator.comparing(ScoredRow::scoredAt).reversed();

    private final PendingScores pending;
    private final Scorings scorings;
    private final ScoredShapes shapes;
    private final ScoredFiles files;
    private final Lakes lakes;

    ScoredSearch(PendingScores pending, Scorings scorings, ScoredShapes shapes, ScoredFiles files, Lakes lakes) {
        this.pending = pending;
        this.scorings = scorings;
        this.shapes = shapes;
        this.files = files;
        this.lakes = lakes;
    }

    /** Returns rows that pass the filter, those scored last first. */
    List<ScoredRow> find(ScoredFilter filter, int limit) {
        var found = new ArrayList<ScoredRow>(pendingRows(filter, limit));
        var onTheirWay = found.stream().map(ScoredRow::scoringId).collect(Collectors.toCollection(HashSet::new));
        keepFirst(found, limit);
        var met = new HashSet<ScoringId>();
        int offset = 0;
        List<Scoring> page;
        List<Scoring> unread;
        do {
            page = scorings.thatMayHold(filter, offset, SCORINGS_AT_ONCE);
            offset += page.size();
            // what is completed meanwhile moves the others back, and some of them to the next page
            unread = page.stream()
                    .filter(scoring -> met.add(scoring.scoringId()))
                    .toList();
        } while (addRowsOf(unread, filter, limit, onTheirWay, found) && page.size() == SCORINGS_AT_ONCE);
        return found;
    }

    private List<ScoredRow> pendingRows(ScoredFilter filter, int limit) {
        return pending.find(filter, limit).stream()
                .flatMap(request ->
                        new RequestReader(shapes.of(request.endpoint(), request.version())).read(request).stream())
                .toList();
    }

    private boolean addRowsOf(
            List<Scoring> unread, ScoredFilter filter, int limit, Set<String> known, List<ScoredRow> found) {
        for (var scoring : unread) {
            if (found.size() == limit && isAllLater(found.get(limit - 1), scoring)) {
                return false;
            }
            rowsOf(scoring, filter, limit).stream()
                    .filter(row -> !known.contains(row.scoringId()))
                    .forEach(found::add);
            keepFirst(found, limit);
        }
        return true;
    }

    private static boolean isAllLater(ScoredRow last, Scoring scoring) {
        var result = scoring.result();
        return result != null && last.scoredAt().isAfter(result.lastScoredAt());
    }

    private List<ScoredRow> rowsOf(Scoring scoring, ScoredFilter filter, int limit) {
        var request = filter.scoringId() == null || filter.scoringId().equals(scoring.scoringId())
                ? null
                : filter.scoringId().value();
        var range = new ScoredFiles.RowRange(request, filter.from(), filter.to(), limit);
        try (var copy = lakes.of(scoring.endpoint().environment()).localCopy(scoring.decidedPath())) {
            var reader = new FileRows(scoring);
            return files.read(copy.path(), scoring.kind(), range).stream()
                    .map(reader::row)
                    .filter(row -> filter.includes(row.scoredAt()))
                    .toList();
        }
    }

    private static void keepFirst(List<ScoredRow> rows, int limit) {
        rows.sort(LAST_SCORED_FIRST);
        if (rows.size() > limit) {
            rows.subList(limit, rows.size()).clear();
        }
    }
}
