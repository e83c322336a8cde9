package io.aifactory.lake.gold;

import io.aifactory.contracts.events.LakeFile;
import io.aifactory.lake.dataset.Baseline;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.Publication;
import io.aifactory.lake.dataset.Step;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.dataset.TableRefusal;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.TableRefused;
import io.aifactory.lake.query.Queries;
import io.aifactory.lake.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a merged table when what it is made from has changed, or says why it can't be made. Either is remembered, so that it is
 * tried again only when something has changed.
 */
@Component
class MergeStep {

    private final Queries queries;
    private final Publication publication;
    private final TableRefusal refusal;

    MergeStep(Queries queries, Publication publication, TableRefusal refusal) {
        this.queries = queries;
        this.publication = publication;
        this.refusal = refusal;
    }

    /** Makes the rows, by the team's query if there is one. */
    interface Merge {

        /**
         * Returns what is to be saved.
         *
         * @throws TableRefused if it can't be made
         */
        Step by(@Nullable Query query);
    }

    /**
     * Brings a table up to date.
     *
     * @param settings what else it depends on, as text
     */
    void take(TableId table, List<DatasetVersion> silvers, String settings, Baseline baseline, Merge merge) {
        try {
            Query query = queries.find(table.zone(), null, table.environment()).orElse(null);
            String inputs = "%s %s %s"
                    .formatted(SilverTables.described(silvers), query == null ? "" : query.described(), settings);
            if (!publication.isMadeFrom(table, inputs)) {
                publication.save(table, inputs, baseline, step(table, silvers, query, inputs, merge));
            }
        } catch (InvalidSql unreadable) {
            refusal.refuse(table, SilverTables.newest(silvers), SilverTables.described(silvers), unreadable.reason());
        }
    }

    private Step step(TableId table, List<DatasetVersion> silvers, @Nullable Query query, String inputs, Merge merge) {
        try {
            return merge.by(query);
        } catch (TableRefused e) {
            LakeFile culprit =
                    query == null ? SilverTables.newest(silvers) : query.file().file();
            return Step.withoutFiles(saving -> refusal.refuse(table, culprit, inputs, e.reason()));
        }
    }
}
