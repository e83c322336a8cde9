/** Reads what people and their tools wrote as JSON, and gathers every reason why it cannot be taken. */
@NullMarked
package io.aifactory.provisioning.form;

import org.jspecify.annotations.NullMarked;
