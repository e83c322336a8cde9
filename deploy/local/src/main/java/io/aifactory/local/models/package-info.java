/** Looking at trained models, and handing one in as a pipeline would. */
@NullMarked
package io.aifactory.local.models;

import org.jspecify.annotations.NullMarked;
