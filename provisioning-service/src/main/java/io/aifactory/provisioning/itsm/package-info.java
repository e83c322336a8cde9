/** Tickets of the service desk: read as orders, and answered. */
@NullMarked
package io.aifactory.provisioning.itsm;

import org.jspecify.annotations.NullMarked;
