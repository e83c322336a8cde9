/** The formats in which Azure DevOps speaks over Service Bus. */
@NullMarked
package io.aifactory.training.pipeline.azure;

import org.jspecify.annotations.NullMarked;
