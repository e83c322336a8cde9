package io.aifactory.lake.engine.sql;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.TableRefused;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Makes sure that rules can be applied before any row is looked at. */
final class RuleChecks {

    private final Session session;
    private final SilverRules rules;
    private final Map<String, Path> others;

    RuleChecks(Session session, SilverRules rules, Map<String, Path> others) {
        this.session = session;
        this.rules = rules;
        this.others = others;
    }

    /**
     * Lets pass rules whose patterns can be read and whose references lead somewhere.
     *
     * @throws TableRefused for the first that does not
     */
    void check() {
        new TreeMap<>(rules.checks()).forEach(this::check);
    }

    private void check(String column, ColumnCheck check) {
        ValueRule values = check.values();
        if (values != null) {
            requirePattern(column, values);
            requireReference(column, values);
        }
    }

    private void requirePattern(String column, ValueRule rule) {
        String pattern = rule.pattern();
        if (pattern != null) {
            try {
                session.row(
                        "SELECT regexp_full_match('', %s)"
                                .formatted(session.dialect().quoted(pattern)),
                        row -> row.flag(1));
            } catch (StatementFailed e) {
                throw new TableRefused("the pattern of column %s can't be read: %s".formatted(column, e.reason()), e);
            }
        }
    }

    private void requireReference(String column, ValueRule rule) {
        ColumnReference reference = rule.references();
        if (reference != null) {
            Path other = others.get(reference.dataset().value());
            String wanted = ColumnNames.normalise(reference.column());
            if (other == null
                    || !session.columnNames(session.dialect().parquet(other)).contains(wanted)) {
                throw new TableRefused("the rule of column %s refers to %s of %s, which is not there"
                        .formatted(column, wanted, reference.dataset()));
            }
        }
    }
}
