/** Who belongs to a project, and as what. */
@NullMarked
package io.aifactory.provisioning.member;

import org.jspecify.annotations.NullMarked;
