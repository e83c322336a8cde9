/** The verbs about master and about datasets that one owner lets others read. */
@NullMarked
package io.aifactory.local.sharing;

import org.jspecify.annotations.NullMarked;
