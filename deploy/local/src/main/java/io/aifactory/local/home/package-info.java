/** The folder the laptop's factory lives in, and the record of what runs there. */
@NullMarked
package io.aifactory.local.home;

import org.jspecify.annotations.NullMarked;
