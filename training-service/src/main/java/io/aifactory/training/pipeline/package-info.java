/** Models that pipelines of Azure DevOps deliver, translated from its message formats. */
@NullMarked
package io.aifactory.training.pipeline;

import org.jspecify.annotations.NullMarked;
