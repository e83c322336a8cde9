/** Scored rows as Parquet files, written and read by DuckDB. */
@NullMarked
package io.aifactory.scoring.scored.duckdb;

import org.jspecify.annotations.NullMarked;
