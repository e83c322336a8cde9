package io.aifactory.lake.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.SqlNeedsTooMuch;
import io.aifactory.lake.engine.SqlTakesTooLong;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.query.InvalidQuery;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Answers questions, a few at a time, so that refinement goes on whatever people ask. */
@Component
class Asking {

    /** Each takes as much memory as a piece of refinement. */
    private static final int AT_A_TIME = 2;

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_TABLES = 20;

    private final TeamSql engine;
    private final NamedVersions names;
    private final VersionFiles files;
    private final Semaphore slots = new Semaphore(AT_A_TIME);

    Asking(TeamSql engine, NamedVersions names, VersionFiles files) {
        this.engine = engine;
        this.names = names;
        this.files = files;
    }

    /**
     * Returns the answer, and by which versions it was found.
     *
     * @throws InvalidQuery if it is not one SELECT that may run here
     * @throws TableNotFound if it reads a table that is not there for who asks
     * @throws AmbiguousTable if it reads a table that may be several
     * @throws VersionRemoved if it reads a version whose file is gone
     * @throws QueryTooSlow if it takes too long
     * @throws QueryTooLarge if it, or its answer, needs too much memory
     * @throws TooManyQueries if others are being answered
     */
    Answer answer(Question question) {
        if (!slots.tryAcquire()) {
            throw new TooManyQueries();
        }
        try {
            return answered(question);
        } catch (SqlTakesTooLong e) {
            throw new QueryTooSlow(e);
        } catch (SqlNeedsTooMuch e) {
            throw new QueryTooLarge(e);
        } catch (InvalidSql e) {
            throw new InvalidQuery(e);
        } finally {
            slots.release();
        }
    }

    private Answer answered(Question question) {
        Map<String, DatasetVersion> versions = names.resolve(question, tablesOf(question.sql()));
        return Answer.of(
                files.use(versions, tables -> engine.query(question.sql(), tables, question.mostRows())), versions);
    }

    private Set<String> tablesOf(String sql) {
        if (sql.getBytes(UTF_8).length > LONGEST) {
            throw new InvalidSql("it is longer than %d bytes".formatted(LONGEST));
        }
        Set<String> tables = engine.tablesOf(sql);
        if (tables.size() > MOST_TABLES) {
            throw new InvalidSql("it reads %d tables; %d at most".formatted(tables.size(), MOST_TABLES));
        }
        return tables;
    }
}
