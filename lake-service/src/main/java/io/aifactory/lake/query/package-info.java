/** The queries by which teams have their data refined: found in the lake, kept as versions, tried before they count. */
@NullMarked
package io.aifactory.lake.query;

import org.jspecify.annotations.NullMarked;
