/** How tables are made by SQL, whatever engine runs it. */
@NullMarked
package io.aifactory.lake.engine.sql;

import org.jspecify.annotations.NullMarked;
