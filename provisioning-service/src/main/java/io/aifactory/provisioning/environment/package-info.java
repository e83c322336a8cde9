/** Makes the environments of a project, step by step, and takes up again what was interrupted. */
@NullMarked
package io.aifactory.provisioning.environment;

import org.jspecify.annotations.NullMarked;
