/** How every service answers over HTTP: who is calling, and what a refusal looks like. */
@NullMarked
package io.aifactory.contracts.access;

import org.jspecify.annotations.NullMarked;
