/** The lake as a plain folder: one folder per environment, the lake below it. */
@NullMarked
package io.aifactory.contracts.lake.folder;

import org.jspecify.annotations.NullMarked;
