/** Scores a Parquet file with DuckDB in bounded memory. */
@NullMarked
package io.aifactory.scoring.batch.duckdb;

import org.jspecify.annotations.NullMarked;
