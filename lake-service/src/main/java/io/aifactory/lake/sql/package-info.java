/** What people ask of the data in the catalogue, in SQL: read only, and told by which versions it was answered. */
@NullMarked
package io.aifactory.lake.sql;

import org.jspecify.annotations.NullMarked;
