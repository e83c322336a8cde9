/** Who uses the command line, and the token that says so. */
@NullMarked
package io.aifactory.local.signin;

import org.jspecify.annotations.NullMarked;
