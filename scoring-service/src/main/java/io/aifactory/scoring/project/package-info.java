/** The projects this service knows, and who may see them. */
@NullMarked
package io.aifactory.scoring.project;

import org.jspecify.annotations.NullMarked;
