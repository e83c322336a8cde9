/** The grammar of lakes of version 3: below {@code master/1_projects}, without environments. */
@NullMarked
package io.aifactory.lake.migration.v3;

import org.jspecify.annotations.NullMarked;
