/** The one file that training writes and scoring reads. */
@NullMarked
package io.aifactory.contracts.model.artifact;

import org.jspecify.annotations.NullMarked;
