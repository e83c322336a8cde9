/** The service's own copy of what it was told about models. */
@NullMarked
package io.aifactory.lake.settings;

import org.jspecify.annotations.NullMarked;
