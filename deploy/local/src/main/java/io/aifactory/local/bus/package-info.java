/** What the command line does at the bus: send as a neighbour would, follow events, run the bus alone. */
@NullMarked
package io.aifactory.local.bus;

import org.jspecify.annotations.NullMarked;
