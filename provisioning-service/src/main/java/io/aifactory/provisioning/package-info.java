/** Takes project orders from tickets and people, and makes the project's environments. */
@NullMarked
package io.aifactory.provisioning;

import org.jspecify.annotations.NullMarked;
