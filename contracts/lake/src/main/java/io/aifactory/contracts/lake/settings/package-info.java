/** Which storage the lakes lie in. */
@NullMarked
package io.aifactory.contracts.lake.settings;

import org.jspecify.annotations.NullMarked;
