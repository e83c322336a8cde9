/** The verbs about dead letters: what no service could handle, over all services at once. */
@NullMarked
package io.aifactory.local.deadletters;

import org.jspecify.annotations.NullMarked;
