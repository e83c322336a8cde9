/** The embedded engine that reads and writes Parquet, opened the same way everywhere. */
@NullMarked
package io.aifactory.scoring.duckdb;

import org.jspecify.annotations.NullMarked;
