/** What all roles and the bus say happened, and the checker that looks for broken promises in it. */
@NullMarked
package io.aifactory.bench.history;

import org.jspecify.annotations.NullMarked;
