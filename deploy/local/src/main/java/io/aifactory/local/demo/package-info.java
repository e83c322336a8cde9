/** The whole story, played on real data. */
@NullMarked
package io.aifactory.local.demo;

import org.jspecify.annotations.NullMarked;
