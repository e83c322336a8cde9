/** ONNX in both directions: our trees written for the world, and any model of the world scored by ONNX Runtime. */
@NullMarked
package io.aifactory.contracts.model.onnx;

import org.jspecify.annotations.NullMarked;
