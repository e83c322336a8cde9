/** What this service keeps of projects and of their models' settings. */
@NullMarked
package io.aifactory.promotion.settings;

import org.jspecify.annotations.NullMarked;
