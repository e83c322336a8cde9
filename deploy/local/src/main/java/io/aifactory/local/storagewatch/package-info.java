/** The laptop's Event Grid: tells the factory about files that arrive in its lakes. */
@NullMarked
package io.aifactory.local.storagewatch;

import org.jspecify.annotations.NullMarked;
