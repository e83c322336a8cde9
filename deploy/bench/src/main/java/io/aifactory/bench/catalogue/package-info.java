/** Measures the catalogue of many datasets over REST. */
@NullMarked
package io.aifactory.bench.catalogue;

import org.jspecify.annotations.NullMarked;
