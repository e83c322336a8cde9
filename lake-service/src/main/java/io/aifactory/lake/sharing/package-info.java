/** Datasets that one owner lets others read: shares, subscriptions, and what projects give back to master. */
@NullMarked
package io.aifactory.lake.sharing;

import org.jspecify.annotations.NullMarked;
