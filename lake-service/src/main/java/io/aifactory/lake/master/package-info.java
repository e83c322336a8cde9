/** The tables of {@code master/}: what the core team owns and projects are given to read. */
@NullMarked
package io.aifactory.lake.master;

import org.jspecify.annotations.NullMarked;
