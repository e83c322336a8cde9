/** The lake's skeleton: folders, active files and who may do what. */
@NullMarked
package io.aifactory.lake.layout;

import org.jspecify.annotations.NullMarked;
