/** Our own models: weighted ensembles of decision trees, scored in plain Java. */
@NullMarked
package io.aifactory.contracts.model.trees;

import org.jspecify.annotations.NullMarked;
