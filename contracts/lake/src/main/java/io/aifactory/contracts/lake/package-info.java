/** The lake's folder grammar, and the port to its storage. */
@NullMarked
package io.aifactory.contracts.lake;

import org.jspecify.annotations.NullMarked;
