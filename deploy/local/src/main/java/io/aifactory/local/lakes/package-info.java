/** Moving lakes of an older version. */
@NullMarked
package io.aifactory.local.lakes;

import org.jspecify.annotations.NullMarked;
