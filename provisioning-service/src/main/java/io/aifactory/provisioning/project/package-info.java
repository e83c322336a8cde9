/** Projects as people look at them. */
@NullMarked
package io.aifactory.provisioning.project;

import org.jspecify.annotations.NullMarked;
