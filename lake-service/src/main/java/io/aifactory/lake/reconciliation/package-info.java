/** Work that brings things to the state they should have, once for many requests. */
@NullMarked
package io.aifactory.lake.reconciliation;

import org.jspecify.annotations.NullMarked;
