/** Orders of projects: taken with a project number, or rejected with every reason. */
@NullMarked
package io.aifactory.provisioning.order;

import org.jspecify.annotations.NullMarked;
