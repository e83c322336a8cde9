/** What each model learns and how: the enterprise's defaults, what a model sets itself, and what holds in effect. */
@NullMarked
package io.aifactory.provisioning.settings;

import org.jspecify.annotations.NullMarked;
