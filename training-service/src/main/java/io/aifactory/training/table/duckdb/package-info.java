/** Reads Parquet files with DuckDB. */
@NullMarked
package io.aifactory.training.table.duckdb;

import org.jspecify.annotations.NullMarked;
