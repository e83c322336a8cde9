/** How the command line asks the services. */
@NullMarked
package io.aifactory.local.rest;

import org.jspecify.annotations.NullMarked;
