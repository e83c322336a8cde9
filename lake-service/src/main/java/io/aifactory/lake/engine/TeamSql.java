package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Runs queries that people write: each reads the tables it is given and nothing else, and gives the same answer every time. */
public interface TeamSql {

    /**
     * Returns the names of the tables that a query reads, in lower case.
     *
     * @throws InvalidSql if it is not one SELECT that may run here
     */
    Set<String> tablesOf(String sql);

    /**
     * Runs a query.
     *
     * @param tables the tables it may read, by their names in lower case
     * @param mostRows how many rows of the answer to return at most
     * @throws SqlTakesTooLong if it is stopped because it takes too long
     * @throws SqlNeedsTooMuch if it or its answer needs too much memory
     * @throws InvalidSql if it can't be run for other reasons
     */
    SqlAnswer query(String sql, Map<String, Path> tables, int mostRows);
}
