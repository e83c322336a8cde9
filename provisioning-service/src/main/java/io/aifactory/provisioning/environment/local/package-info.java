/** Environments on a laptop: folders and files below the factory's own folder. */
@NullMarked
package io.aifactory.provisioning.environment.local;

import org.jspecify.annotations.NullMarked;
