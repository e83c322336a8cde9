/** Answers to tickets as files, where no service desk is at hand. */
@NullMarked
package io.aifactory.provisioning.itsm.local;

import org.jspecify.annotations.NullMarked;
