/** The factory's own PostgreSQL: unpacked, laid out and started from the libraries, without an installation. */
@NullMarked
package io.aifactory.local.postgres;

import org.jspecify.annotations.NullMarked;
