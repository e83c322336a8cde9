/** Which model version answers on an endpoint, and how it is exchanged without a failed request. */
@NullMarked
package io.aifactory.scoring.deployment;

import org.jspecify.annotations.NullMarked;
