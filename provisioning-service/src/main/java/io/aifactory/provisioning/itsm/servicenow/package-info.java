/** ServiceNow: its tickets, and the answers it is sent. */
@NullMarked
package io.aifactory.provisioning.itsm.servicenow;

import org.jspecify.annotations.NullMarked;
