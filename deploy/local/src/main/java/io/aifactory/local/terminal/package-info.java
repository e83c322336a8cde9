/** How the command line speaks: tables for people, JSON for machines, one clear message when something is refused. */
@NullMarked
package io.aifactory.local.terminal;

import org.jspecify.annotations.NullMarked;
