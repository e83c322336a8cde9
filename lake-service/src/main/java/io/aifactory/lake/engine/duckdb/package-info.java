/** Refinement by DuckDB, embedded and sandboxed. */
@NullMarked
package io.aifactory.lake.engine.duckdb;

import org.jspecify.annotations.NullMarked;
