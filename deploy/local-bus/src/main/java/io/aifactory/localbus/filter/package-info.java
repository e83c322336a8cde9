/** What decides whether a subscription gets a message: SQL and correlation filters over its properties. */
@NullMarked
package io.aifactory.localbus.filter;

import org.jspecify.annotations.NullMarked;
