/** Starts the factory's processes, watches over them and stops them. */
@NullMarked
package io.aifactory.local.launch;

import org.jspecify.annotations.NullMarked;
