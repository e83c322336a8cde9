/** The events the services speak in: records, their JSON Schemas and golden examples. */
@NullMarked
package io.aifactory.contracts.events;

import org.jspecify.annotations.NullMarked;
