/** The entities of a namespace as a Config.json of the Service Bus emulator describes them. */
@NullMarked
package io.aifactory.localbus.topology;

import org.jspecify.annotations.NullMarked;
