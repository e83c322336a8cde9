/** Tokens for a laptop, where no identity provider is at hand. */
@NullMarked
package io.aifactory.contracts.access.local;

import org.jspecify.annotations.NullMarked;
