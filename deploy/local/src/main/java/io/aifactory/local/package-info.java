/** The laptop's factory: a launcher that runs everything as processes, and the command line people use it with. */
@NullMarked
package io.aifactory.local;

import org.jspecify.annotations.NullMarked;
